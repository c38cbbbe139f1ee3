package io.jinqiao.workbench.simulate.bank;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jinqiao.adapter.samples.SampleRegistry;
import io.jinqiao.support.TestIdentities;
import io.jinqiao.workbench.simulate.Course;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RegistryBookTest {
    private static final RegistryPapers PAPERS = new RegistryPapers(new BankKeys(TestIdentities.made()));

    @TempDir
    Path work;

    @Test
    void aRegistryThatIsStartedAgainGoesOnWithEveryCaseWhereItWas() {
        RegistryBook before = book();
        before.file(SampleRegistry.mortgage());
        before.file(SampleRegistry.doublePreNotice());
        before.course(SampleRegistry.doublePreNotice().caseNo(), Course.SUPPLEMENT);
        before.nextDay();
        before.nextDay();

        RegistryBook after = book();
        assertThat(after.progress(SampleRegistry.CASE)).isEqualTo(before.progress(SampleRegistry.CASE));
        assertThat(after.progress(SampleRegistry.doublePreNotice().caseNo()).path("shzt").asText()).isEqualTo("21");
        assertThat(after.nextDay()).extracting(RegistryBook.Notice::code).as("the certificates of the first; nothing came for the second").containsOnly("3004");
        assertThat(after.supplement(SampleRegistry.doublePreNotice().caseNo())).isNotNull();
        assertThat(after.nextDay()).extracting(RegistryBook.Notice::caseNo).containsExactly(SampleRegistry.doublePreNotice().caseNo());
        assertThat(book().nextDay()).extracting(RegistryBook.Notice::code).containsExactly("3003");
    }

    @Test
    void aCaseThatEndedBeforeAnybodyLooksIsOverAndItsCertificateCanBeAskedFor() {
        String proof = "虚(2026)虚构市不动产证明第0000901号";
        RegistryBook book = book();
        book.file(SampleRegistry.mortgage());
        book.issued(SampleRegistry.CASE, proof);
        book.issued(SampleRegistry.CASE, "虚(2026)虚构市不动产证明第0000902号");

        assertThat(book.progress(SampleRegistry.CASE).path("shzt").asText()).isEqualTo("30");
        assertThat(book.certificate(SampleRegistry.CASE, asked(proof)).path("bdcdjzmh").asText()).isEqualTo(proof);
        assertThat(book.certificate(SampleRegistry.CASE, asked("虚(2026)虚构市不动产证明第0000902号"))).isNull();
        assertThat(book.nextDay()).isEmpty();
    }

    private static ObjectNode asked(String proof) {
        return JsonNodeFactory.instance.objectNode().put("cxbh", "CX1").put("bdcdjzmh", proof);
    }

    private RegistryBook book() {
        return new RegistryBook(PAPERS, new RegistryMemory(work.resolve("cases.jsonl")), Clock.systemUTC(), List.of(SampleRegistry.mortgage(), SampleRegistry.doublePreNotice()));
    }
}
