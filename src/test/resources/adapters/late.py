"""late.py EXAMPLE: a client that says at once that its first request is sent, and sends it when it is
asked for the second."""
import json
import sys

EXAMPLE = sys.argv[1]
with open(EXAMPLE, encoding="utf-8") as file:
    exec(file.read().partition("\nfor line in sys.stdin")[0])

waiting = []
for line in sys.stdin:
    call = json.loads(line)
    if call["op"] == "hello":
        result = {"name": "late", "schemes": list(SCHEMES), "ops": ["send"]}
    elif not waiting:
        waiting.append(call)
        result = {"status": 200}
    else:
        if len(waiting) == 1:
            waiting.append(call)
            try:
                answer(waiting[0])
            except OSError:
                pass  # nobody listens there any more
        result = answer(call)
    print(json.dumps({**result, "id": call["id"]}), flush=True)
