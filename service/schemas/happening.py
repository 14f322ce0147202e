"""What a stream of events looks like, for openapi.yaml. Pure."""

STREAM_EXAMPLE = """\
event: stage
data: {"stage":"collect","total":1}
id: 1.1

event: source
data: {"url":"https://port.example.org/news/opening","access":"ok","done":1,"total":1}
id: 1.2

event: stage
data: {"stage":"assess","total":1}
id: 1.3

event: statement
data: {"id":"st1","verdict":"supported","done":1,"total":1}
id: 1.4

event: end
data: {"status":"completed","gate":"pass","error":null}
id: 1.end

"""
