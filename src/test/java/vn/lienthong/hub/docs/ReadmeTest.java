package vn.lienthong.hub.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import vn.lienthong.hub.cli.Commands;
import vn.lienthong.hub.local.LocalClient;

class ReadmeTest {
    private static final Pattern COMMAND = Pattern.compile("java -jar (?:target/)?hub\\.jar ([a-z]+)");
    private static final Pattern MAIN_CLASS = Pattern.compile("<(?:mainClass|start-class)>(vn\\.[A-Za-z.]+)<");

    private static final Page README = Page.of("README.md");

    static List<Page> pages() {
        return Page.all();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("pages")
    void everyCommandExists(Page page) {
        var known = new CommandLine(new Commands()).getSubcommands().keySet();

        assertThat(COMMAND.matcher(page.text()).results().map(found -> found.group(1)))
                .allMatch(known::contains);
    }

    @Test
    void whatTheBuildStartsExists() {
        var classes = MAIN_CLASS.matcher(Page.of("pom.xml").text()).results().map(found -> found.group(1));

        assertThat(classes.toList())
                .hasSizeGreaterThan(1)
                .allSatisfy(name -> assertThatCode(() -> Class.forName(name)).doesNotThrowAnyException());
    }

    @ParameterizedTest
    @EnumSource
    void namesTheClientsOfTheLocalRun(LocalClient client) {
        assertThat(README.says(client.id())).isTrue();
        assertThat(README.says(client.secret())).isTrue();
    }

    @Test
    void isOneScreen() {
        assertThat(README.text().lines().count()).isLessThan(80);
    }
}
