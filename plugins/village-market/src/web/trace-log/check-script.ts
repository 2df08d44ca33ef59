/**
 * The check once more, for somebody who trusts none of our code: Python's standard library and OpenSSL. It is shown on
 * `/trace-log` to be read, copied and run; a spec runs it as it stands there.
 */
export const checkScript = (base: string) => `import base64, hashlib, json, subprocess, sys, tempfile, urllib.request
BASE, CODE = "${base}", sys.argv[1]
load = lambda path: urllib.request.urlopen(BASE + path).read().decode()
sha = lambda *parts: hashlib.sha256(b"".join(parts)).digest()
doc, vkey = json.loads(load("/trace-log/proof/" + CODE)), load("/trace-log/vkey").split("\\n")[0]
name, _, key = vkey.split("+", 2)

# 1. The signature of the checkpoint, by OpenSSL.
text, lines = doc["checkpoint"].rsplit("\\n\\n", 1)
signature = [l.split(" ")[2] for l in lines.splitlines() if l.split(" ")[1] == name][0]
with tempfile.TemporaryDirectory() as folder:
    write = lambda file, data: (open(f"{folder}/{file}", "wb").write(data), f"{folder}/{file}")[1]
    public = write("key", bytes.fromhex("302a300506032b6570032100") + base64.b64decode(key)[1:])
    note, signed = write("note", (text + "\\n").encode()), write("signature", base64.b64decode(signature)[4:])
    subprocess.run(["openssl", "pkeyutl", "-verify", "-pubin", "-keyform", "DER", "-inkey", public,
                    "-rawin", "-in", note, "-sigfile", signed], check=True)
origin, size, root = text.split("\\n")[:3]

# 2. Each record: record -> entry -> leaf -> root (RFC 8785, RFC 6962; RFC 9162, 2.1.3.2).
for r in doc["records"]:
    entry = bytes.fromhex(r["entry"])
    if "record" in r:
        jcs = json.dumps(r["record"], sort_keys=True, separators=(",", ":"), ensure_ascii=False)
        assert sha(bytes.fromhex(r["salt"]), jcs.encode()) == entry, f"record {r['index']} was changed"
    node, fn, sn = sha(b"\\0", entry), r["index"], int(size) - 1
    head, proof_note = r["tlog_proof"].split("\\n\\n", 1)
    assert proof_note == doc["checkpoint"] and head.split("\\n")[1] == f"index {r['index']}"
    for sibling in map(base64.b64decode, head.split("\\n")[2:]):
        if fn % 2 or fn == sn:
            node = sha(b"\\1", sibling, node)
            while fn % 2 == 0 and fn: fn, sn = fn >> 1, sn >> 1
        else: node = sha(b"\\1", node, sibling)
        fn, sn = fn >> 1, sn >> 1
    assert sn == 0 and node == base64.b64decode(root), f"line {r['index']} is not in the log"
    print(r["index"], "unchanged" if "record" in r else "in the log, its content was erased")
`
