package vn.lienthong.hub.check;

import java.util.ArrayList;
import java.util.List;
import vn.lienthong.hub.catalog.SystemCard;

/** Which routes a card cannot do without. */
final class Needs {
    private final List<Need> all = new ArrayList<>();

    /** @param pointer into the card, to what asks for the route */
    record Need(String pointer, String verb) {}

    private Needs() {}

    static List<Need> of(SystemCard card) {
        var needs = new Needs();
        needs.deliveries(card);
        needs.inbound(card);
        if (card.payment() != null) {
            needs.add("/payment", "init", "query");
            if (card.payment().bill()) {
                needs.add("/payment/bill", "bill");
            }
        }
        if (card.signIn() != null) {
            needs.add("/signIn", "token", "userinfo", "keys");
        }
        card.answers().forEach((question, verb) -> needs.add("/answers/" + question, verb));
        if (card.testCall() != null) {
            needs.add("/test/call", card.testCall().verb());
        }
        return needs.all;
    }

    private void deliveries(SystemCard card) {
        if (!card.receives().isEmpty()) {
            add("/receives", "send");
            if (card.uncertain() == SystemCard.Uncertain.PROBE) {
                add("/uncertain", "probe");
            }
        }
        if (card.sessionTtl() != null) {
            add("/session", "login");
        }
        if (card.comparison() != null) {
            add("/reconciliation", "list");
        }
    }

    private void inbound(SystemCard card) {
        card.inbound().callbacks().keySet().forEach(name -> add("/callbacks/" + name, name, name + "-answer"));
        card.inbound().pulls().forEach((name, pull) -> {
            add("/pulls/" + name, name, name + "-item");
            if (pull.fetch() != null) {
                add("/pulls/" + name + "/fetch", pull.fetch());
            }
            if (pull.acknowledge() != null) {
                add("/pulls/" + name + "/acknowledge", pull.acknowledge());
            }
        });
    }

    private void add(String pointer, String... verbs) {
        for (var verb : verbs) {
            all.add(new Need(pointer, verb));
        }
    }
}
