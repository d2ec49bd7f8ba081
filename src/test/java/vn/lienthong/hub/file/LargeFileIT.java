package vn.lienthong.hub.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import vn.lienthong.hub.HubStory;
import vn.lienthong.hub.SteadyStream;
import vn.lienthong.hub.json.Json;

@Isolated("it weighs the heap")
class LargeFileIT extends HubStory {
    @Test
    void isNotHeldInMemory() throws IOException {
        register(code);
        var size = 128L << 20;
        var sent = new SteadyStream(size);

        var answer = door().send(door().to("/files?dossier=" + code + "&kind=GCS")
                .timeout(PATIENCE.multipliedBy(3))
                .POST(BodyPublishers.fromPublisher(BodyPublishers.ofInputStream(() -> sent), size)));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        var id = Json.parse(answer.body().getBytes(UTF_8)).path("id").asText();
        var read = door().send(door().to("/files/" + id).GET(), BodyHandlers.ofInputStream());
        var got = new SteadyStream.Reader(size);
        read.body().transferTo(got);

        assertThat(got.size()).isEqualTo(size);
        assertThat(got.sha256()).isEqualTo(sent.sha256());
        assertThat(Math.max(sent.heapGrowth(), got.heapGrowth())).isLessThan(64L << 20);
    }
}
