# pySHACL over rdflib. Usage: python3 pyshacl_engine.py <syntax> <shapes,...> <data> <results|->
import json
import resource
import sys
import time

from pyshacl import validate
from rdflib import BNode, Graph
from rdflib.namespace import RDF, SH

syntax, shape_files, file, out = sys.argv[1:]
start = time.time()
data = Graph().parse(file, format={"turtle": "turtle", "rdfxml": "xml", "jsonld": "json-ld"}[syntax])
parsed = time.time()
shapes = Graph()
for each in shape_files.split(","):
    shapes.parse(each, format="turtle")
_, report, _ = validate(data, shacl_graph=shapes, inference="none")
done = time.time()


def text(term):
    if term is None:
        return ""
    return "_:" if isinstance(term, BNode) else str(term)


def local(term):
    return str(term).split("#")[-1]


lines = []
for result in report.subjects(RDF.type, SH.ValidationResult):
    cells = [text(report.value(result, each)) for each in (SH.focusNode, SH.resultPath, SH.value)]
    cells.append(local(report.value(result, SH.sourceConstraintComponent)))
    cells.append(local(report.value(result, SH.resultSeverity)))
    lines.append("\t".join(cells).replace("\n", "\\n"))
if out != "-":
    with open(out, "w", encoding="utf-8") as target:
        target.write("".join(line + "\n" for line in lines))
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
ms = {"parse": round((parsed - start) * 1000), "validate": round((done - parsed) * 1000)}
print(json.dumps({**ms, "results": len(lines), "triples": len(data), "peak": peak}))
