package vn.lienthong.hub.diagnosis;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.lienthong.hub.activity.Node;
import vn.lienthong.hub.activity.Nodes;

/** What each node says of itself, and whether they are of one mind. */
@Component
class NodesExamination implements Examination {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss dd/MM/yyyy");
    /** Milliseconds; leases and due times bear more, proofs of time do not. */
    private static final long FAR = 1000;

    private final Nodes nodes;

    NodesExamination(Nodes nodes) {
        this.nodes = nodes;
    }

    @Override
    public List<Finding> findings() {
        var found = new ArrayList<Finding>();
        var all = nodes.all();
        all.forEach(node -> found.addAll(of(node)));
        var alive = all.stream().filter(Node::alive).toList();
        differ(alive, Node::edition, Symptom.NODES_DIFFER, found);
        differ(alive, Node::version, Symptom.VERSIONS_DIFFER, found);
        return found;
    }

    private static List<Finding> of(Node node) {
        if (!node.alive()) {
            return List.of(Symptom.NODE_SILENT.of(node.host(), TIME.format(node.seenAt())));
        }
        var clock = Math.abs(node.clockAhead()) > FAR ? Symptom.CLOCK_OFF : Symptom.CLOCK;
        return List.of(
                Symptom.NODE.of(node.host(), node.edition(), node.version(), node.java()),
                clock.of(node.host(), node.clockAhead()),
                Space.finding(node.host(), node.diskFree()));
    }

    private static void differ(List<Node> alive, Function<Node, Object> trait, Symptom symptom, List<Finding> found) {
        var kinds = alive.stream()
                .map(trait)
                .map(String::valueOf)
                .distinct()
                .sorted()
                .toList();
        if (kinds.size() > 1) {
            found.add(symptom.of("hub", kinds.stream().collect(Collectors.joining(", "))));
        }
    }
}
