package vn.lienthong.hub.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import vn.lienthong.hub.catalog.MistakesFound;
import vn.lienthong.hub.connector.Rehearsal;
import vn.lienthong.hub.json.Json;
import vn.lienthong.hub.json.Times;
import vn.lienthong.hub.live.Tree;

@Command(
        name = "replay",
        mixinStandardHelpOptions = true,
        description = {
            "Map recorded messages by the files of now and by those of another folder; show those that come out otherwise.",
            "Nothing is sent: the messages are read from the hub and mapped here."
        },
        footer = {
            "",
            "Đưa các thông điệp đã gửi qua bộ chuyển đổi hiện tại và bộ chuyển đổi mới, chỉ ra thông điệp nào khác đi.",
            "Không gửi gì cho hệ thống nào. Cần nêu lý do vì phải đọc dữ liệu cá nhân."
        })
final class ReplayCommand extends HubCommand {
    private static final int PAGE = 200;
    /** Stands for what opens doors, which is not needed where nobody is called. */
    private static final String SECRET = "secret";

    @Option(
            names = "--against",
            paramLabel = "FOLDER",
            required = true,
            description = "With mappings/, and routes/ and integration/ where they differ.")
    private Path against = Path.of("");

    @Option(names = "--live", paramLabel = "FOLDER", description = "The files of now; else this folder.")
    private Path live = Path.of("");

    @Option(
            names = "--since",
            paramLabel = "TIME",
            required = true,
            description = "Sent then or later: 2025-08-01 or 2025-08-01T07:30:00+07:00.")
    private String since = "";

    @Option(names = "--system", paramLabel = "ID", description = "Of one system only.")
    @Nullable
    private String system;

    @Option(names = "--purpose", paramLabel = "TEXT", description = "Why personal data is read; goes on record.")
    private String purpose = "hub replay";

    @Override
    String localClient() {
        return OPS;
    }

    @Override
    int run(HubClient hub) throws IOException {
        Quiet.keep();
        var clock = InstantSource.fixed(InstantSource.system().instant());
        try (var now = Rehearsal.of(Tree.in(live), clock, SECRET);
                var then = Rehearsal.of(tree(), clock, SECRET)) {
            var replay = new Replay(now, then, json() ? this::print : new ReplayText(out(), language())::show);
            read(hub, replay);
            err().println(replay.summary(language()));
            return replay.differing() == 0 ? ExitCode.OK : ExitCode.FAILED;
        } catch (MistakesFound e) {
            e.mistakes().forEach(err()::println);
            return ExitCode.FAILED;
        }
    }

    private void read(HubClient hub, Replay replay) {
        var asked = Json.MAPPER
                .createObjectNode()
                .put("since", Times.text(moment()))
                .put("limit", PAGE)
                .put("purpose", purpose);
        if (system != null) {
            asked.put("system", system);
        }
        for (var more = true; more; ) {
            var page = hub.post("/recorded-messages", asked, null).body();
            page.path("items").forEach(replay::compare);
            more = page.hasNonNull("next");
            asked.put("after", page.path("next").asLong());
        }
    }

    private OffsetDateTime moment() {
        try {
            return since.contains("T")
                    ? OffsetDateTime.parse(since)
                    : LocalDate.parse(since).atStartOfDay(Times.ZONE).toOffsetDateTime();
        } catch (DateTimeParseException e) {
            throw wrongUsage("--since is a day such as 2025-08-01 or a time such as 2025-08-01T07:30:00+07:00.");
        }
    }

    /** What the other folder does not have is as it is now. */
    private Tree tree() {
        if (!Files.isDirectory(against.resolve("mappings"))) {
            throw wrongUsage("There is no folder " + against.resolve("mappings") + ".");
        }
        var now = Tree.in(live);
        var other = Tree.in(against);
        return new Tree(
                either(other.integration(), now.integration()),
                either(other.routes(), now.routes()),
                other.mappings(),
                either(other.catalogue(), now.catalogue()));
    }

    private static Path either(Path wanted, Path otherwise) {
        return Files.isDirectory(wanted) ? wanted : otherwise;
    }
}
