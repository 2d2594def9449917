// Runs Jena SHACL on a file and prints times as JSON; writes the results as lines that the other engines write too.
// Usage: java Validate <shapes,…|-> <data> <results|-> <repeats>; with - for shapes it only reads the data.
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.shacl.ShaclValidator;
import org.apache.jena.shacl.Shapes;
import org.apache.jena.shacl.ValidationReport;
import org.apache.jena.shacl.validation.ReportEntry;
import org.apache.jena.sparql.graph.GraphFactory;

public class Validate {
  public static void main(String[] args) throws Exception {
    org.apache.jena.sys.JenaSystem.init();
    long start = System.nanoTime();
    Graph data = GraphFactory.createDefaultGraph();
    RDFDataMgr.read(data, args[1]);
    long parsed = System.nanoTime();
    if (args[0].equals("-")) {
      System.out.printf("{\"parse\":%d,\"results\":%d}%n", (parsed - start) / 1000000, data.size());
      return;
    }
    Graph shapesGraph = GraphFactory.createDefaultGraph();
    for (String file : args[0].split(",")) RDFDataMgr.read(shapesGraph, file);
    Shapes shapes = Shapes.parse(shapesGraph);
    ValidationReport report = null;
    long cold = 0;
    long warm = Long.MAX_VALUE;
    for (int i = 0; i < Integer.parseInt(args[3]); i++) {
      long before = System.nanoTime();
      report = ShaclValidator.get().validate(shapes, data);
      long took = (System.nanoTime() - before) / 1000000;
      if (i == 0) cold = took;
      warm = Math.min(warm, took);
    }
    int count = report.getEntries().size();
    if (!args[2].equals("-")) write(report, args[2]);
    System.out.printf("{\"parse\":%d,\"validate\":%d,\"warm\":%d,\"results\":%d}%n",
        (parsed - start) / 1000000, cold, warm, count);
  }

  private static void write(ValidationReport report, String file) throws Exception {
    List<String> lines = new ArrayList<>();
    for (ReportEntry entry : report.getEntries()) {
      String path = entry.resultPath() == null ? "" : entry.resultPath().toString().replaceAll("[<>]", "");
      lines.add(String.join("\t", text(entry.focusNode()), path, text(entry.value()),
          local(text(entry.sourceConstraintComponent())), local(entry.severity().level().getURI())));
    }
    try (PrintWriter out = new PrintWriter(file, "UTF-8")) {
      for (String line : lines) out.print(line.replace("\n", "\\n") + "\n");
    }
  }

  private static String text(Node node) {
    if (node == null) return "";
    if (node.isURI()) return node.getURI();
    return node.isLiteral() ? node.getLiteralLexicalForm() : "_:";
  }

  private static String local(String iri) {
    return iri.substring(iri.indexOf('#') + 1);
  }
}
