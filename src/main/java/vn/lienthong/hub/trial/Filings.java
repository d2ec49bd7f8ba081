package vn.lienthong.hub.trial;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Gives every reception a procedure and a way in, exactly as many online as the report counts. */
final class Filings {
    private static final double BY_POST = 2.5; // of a hundred that could have come online

    private final Script script;
    private final OfficeRules rules;
    private final Dice dice;

    Filings(Script script, OfficeRules rules, Dice dice) {
        this.script = script;
        this.rules = rules;
        this.dice = dice;
    }

    private record Asked(Reception reception, Script.Matter matter) {}

    List<Filing> of(List<Reception> receptions) {
        var asked = new ArrayList<Asked>(receptions.size());
        for (var reception : receptions) {
            asked.add(new Asked(reception, dice.oneOf(script.matters(), Script.Matter::share)));
        }
        var online = new HashSet<>(
                dice.draw(script.report().online(), asked, each -> each.matter().online()));
        return asked.stream().map(each -> filing(each, online)).toList();
    }

    private Filing filing(Asked asked, Set<Asked> online) {
        var procedure = rules.procedure(asked.matter.procedure());
        var channel = online.contains(asked) ? "online" : offline(asked.matter);
        var due = rules.deadlines().due(procedure, channel, asked.reception.at());
        return new Filing(asked.reception, asked.matter, procedure, channel, due.dueAt(), dice.split());
    }

    private String offline(Script.Matter matter) {
        return matter.online() > 0 && dice.inAHundred(BY_POST) ? "post" : "counter";
    }
}
