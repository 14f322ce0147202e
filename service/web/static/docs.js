"use strict";
window.addEventListener("load", () => {
  SwaggerUIBundle({
    url: "openapi.json",
    dom_id: "#docs",
    deepLinking: true,
    // The default asks an outside host to validate the document.
    validatorUrl: null,
  });
});
