package vn.lienthong.hub.diagnosis;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import vn.lienthong.hub.catalog.Cards;
import vn.lienthong.hub.catalog.Mistakes;
import vn.lienthong.hub.catalog.MistakesFound;
import vn.lienthong.hub.catalog.SystemCard;
import vn.lienthong.hub.deadline.WorkingCalendar;
import vn.lienthong.hub.live.Tree;

/** What can be looked at without a hub: this machine, and the files of systems. */
public final class Installation {
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Z0-9_]+)}");
    private static final List<String> THIS_MACHINE = List.of("localhost", "127.0.0.1", "[::1]");

    private final Path home;
    private final Predicate<String> environment;
    private final LocalDate today;

    /** @param environment whether it has a variable of that name */
    public Installation(Path home, Predicate<String> environment, LocalDate today) {
        this.home = home;
        this.environment = environment;
        this.today = today;
    }

    public List<Finding> machine() {
        var memory = Space.text(Runtime.getRuntime().maxMemory());
        return List.of(Symptom.JAVA.of("java", Runtime.version(), memory), disk());
    }

    private Finding disk() {
        var where = home.toAbsolutePath();
        try {
            return Space.finding(where.toString(), Files.getFileStore(where).getUsableSpace());
        } catch (IOException e) {
            return Space.finding(where.toString(), 0);
        }
    }

    public List<Finding> files() {
        var tree = Tree.in(home);
        if (!Files.isDirectory(tree.integration())) {
            return List.of(Symptom.FILES_BROKEN.of(tree.integration().toString(), 1));
        }
        var found = new ArrayList<Finding>();
        var mistakes = new Mistakes();
        var cards = Cards.asWritten(tree.integration(), mistakes);
        calendar(tree, mistakes, found);
        found.add(
                mistakes.all().isEmpty()
                        ? Symptom.FILES.of("files", cards.all().size())
                        : Symptom.FILES_BROKEN.of("files", mistakes.all().size()));
        cards.all().forEach(card -> card(card, found));
        return found;
    }

    private void calendar(Tree tree, Mistakes mistakes, List<Finding> found) {
        try {
            var calendar = WorkingCalendar.read(tree.catalogue().resolve("calendar"));
            found.add(CalendarEnd.finding(calendar.lastDay(), today));
        } catch (MistakesFound e) {
            e.found().forEach(mistakes::add);
        }
    }

    private void card(SystemCard card, List<Finding> found) {
        card.credentials().values().stream()
                .map(VARIABLE::matcher)
                .filter(name -> name.matches() && !environment.test(name.group(1)))
                .map(name -> name.group(1))
                .distinct()
                .forEach(name -> found.add(Symptom.SECRET_MISSING.of(card.id(), name)));
        var override = card.id().toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_");
        if (isThisMachine(card.url()) && !environment.test("HUB_SYSTEMS_" + override + "_URL")) {
            found.add(Symptom.ADDRESS_LOCAL.of(card.id(), card.url(), override));
        }
    }

    private static boolean isThisMachine(String url) {
        try {
            var host = URI.create(url).getHost();
            return host != null && THIS_MACHINE.contains(host);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
