package vn.lienthong.hub.deadline;

import java.time.LocalDate;

/** A procedure that says nothing about its length for dossiers received that day. */
public final class NoRule extends RuntimeException {
    NoRule(String procedure, LocalDate on) {
        super("procedure %s has no rule for a dossier received on %s".formatted(procedure, on));
    }
}
