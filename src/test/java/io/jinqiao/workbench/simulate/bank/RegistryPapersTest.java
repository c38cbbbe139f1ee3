package io.jinqiao.workbench.simulate.bank;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jinqiao.adapter.samples.SampleRegistry;
import io.jinqiao.support.TestIdentities;
import io.jinqiao.workbench.bench.opinion.Ofdrw;
import io.jinqiao.workbench.simulate.Paper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the simulated registry seals, in the eyes of an implementation that is neither its own nor the gateway's. */
@Tag("oracle")
class RegistryPapersTest {

    @TempDir
    private Path folder;

    @Test
    void ofdrwAcceptsItsSealAndNoticesAChange() throws Exception {
        List<String> said = new Ofdrw(Ofdrw.fetched(), folder).run("verify", file(Paper.PROPER), file(Paper.BROKEN_SEAL));
        assertThat(said).hasSize(2);
        assertThat(said.get(0)).isEqualTo("accepted");
        assertThat(said.get(1)).startsWith("refused");
    }

    @Test
    void ofdrwReadsTheWords() throws Exception {
        assertThat(new Ofdrw(Ofdrw.fetched(), folder).run("text", file(Paper.PROPER))).anyMatch(line -> line.contains("义务人：") && line.contains("云𬱖"));
    }

    private String file(Paper paper) throws Exception {
        ObjectNode proof = JsonNodeFactory.instance.objectNode()
                .put("qllx", "37").put("bdcdyh", SampleRegistry.HOME.value()).put("bdcdjzmh", SampleRegistry.PROOF.value());
        ObjectNode notice = JsonNodeFactory.instance.objectNode();
        new RegistryPapers(new BankKeys(TestIdentities.made())).add(notice, SampleRegistry.mortgage(), proof, "2026-12-03", paper);
        Path file = folder.resolve(paper + ".ofd");
        Files.write(file, Base64.getDecoder().decode(notice.path("wjnr").asText()));
        return file.toString();
    }
}
