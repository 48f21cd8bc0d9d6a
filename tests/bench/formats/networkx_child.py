"""One measurement of networkx: ACT FORMAT FILE. Prints seconds, bytes and counts as JSON."""
import io
import json
import os
import resource
import sys
import time

import networkx as nx

act, kind, path = sys.argv[1:]
READERS = {
    "gexf": nx.read_gexf,
    "graphml": nx.read_graphml,
    "gml": lambda path: nx.read_gml(path, label="id"),
}
WRITERS = {"gexf": nx.write_gexf, "graphml": nx.write_graphml, "gml": nx.write_gml}

start, used = time.perf_counter(), time.process_time()
graph = READERS[kind](path)
size = os.path.getsize(path)
if act == "write":
    out = io.BytesIO()
    start, used = time.perf_counter(), time.process_time()
    WRITERS[kind](graph, out)
    size = out.tell()
seconds, cpu = time.perf_counter() - start, time.process_time() - used
if os.path.exists("/proc/self/status"):
    # The high-water mark leaves out what the parent held; ru_maxrss does not.
    with open("/proc/self/status") as status:
        peak = next(int(line.split()[1]) * 1024 for line in status if line.startswith("VmHWM"))
else:
    # Bytes on macOS.
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
print(json.dumps({"seconds": seconds, "cpu": cpu, "bytes": size, "peak": peak,
                  "nodes": graph.number_of_nodes(), "edges": graph.number_of_edges()}))
