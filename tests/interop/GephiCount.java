// Reads files with Gephi's toolkit, together as one graph, and prints as JSON how many nodes and edges it took and what it complained of.
import java.io.File;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.gephi.graph.api.Graph;
import org.gephi.graph.api.GraphController;
import org.gephi.io.importer.api.Container;
import org.gephi.io.importer.api.EdgeMergeStrategy;
import org.gephi.io.importer.api.ImportController;
import org.gephi.io.importer.api.Issue;
import org.gephi.io.processor.plugin.AppendProcessor;
import org.gephi.project.api.ProjectController;
import org.gephi.project.api.Workspace;
import org.openide.util.Lookup;

public class GephiCount {
    public static void main(String[] paths) throws Exception {
        Logger.getLogger("").setLevel(Level.OFF);
        ProjectController projects = Lookup.getDefault().lookup(ProjectController.class);
        projects.newProject();
        Workspace workspace = projects.getCurrentWorkspace();
        ImportController importing = Lookup.getDefault().lookup(ImportController.class);
        List<String> issues = new ArrayList<>();
        for (String path : paths) {
            Container container = importing.importFile(new File(path));
            // What a person chooses as "Don't merge": parallel edges are different relations.
            container.getLoader().setEdgesMergeStrategy(EdgeMergeStrategy.NO_MERGE);
            container.getLoader().setAllowParallelEdge(true);
            container.getLoader().setAllowSelfLoop(true);
            container.getReport().getIssues(1000).forEachRemaining(issue -> {
                if (!issue.getLevel().equals(Issue.Level.INFO)) issues.add(issue.getLevel() + " " + issue.getMessage());
            });
            importing.process(container, new AppendProcessor(), workspace);
        }
        Graph graph = Lookup.getDefault().lookup(GraphController.class).getGraphModel(workspace).getGraph();
        long directed = graph.getEdges().toCollection().stream().filter(edge -> edge.isDirected()).count();
        System.out.printf("{\"nodes\":%d,\"edges\":%d,\"directed\":%d,\"issues\":[%s]}%n",
            graph.getNodeCount(), graph.getEdgeCount(), directed, quoted(issues));
        System.exit(0);
    }

    private static String quoted(List<String> texts) {
        List<String> all = new ArrayList<>();
        for (String text : texts) all.add('"' + text.replaceAll("[\\\\\"\\p{Cntrl}]", " ") + '"');
        return String.join(",", all);
    }
}
