// Offers to copy what a field shows; without scripts it can be selected by hand.
for (const button of document.querySelectorAll("[data-copy]")) {
  button.hidden = false;
  button.addEventListener("click", async () => {
    const field = document.getElementById(button.dataset.copy);
    field.select();
    await navigator.clipboard.writeText(field.value).then(
      () => { button.nextElementSibling.textContent = "Copied."; },
      () => { button.nextElementSibling.textContent = "Press Ctrl+C to copy."; },
    );
  });
}
