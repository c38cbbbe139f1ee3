package io.jinqiao.evidence.proof;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The texts that are hashed, letter for letter: an auditor builds them with other tools. */
class ProofTextTest {
    private static final byte[] SOME = Sha256.of("some".getBytes(UTF_8));
    private static final byte[] OTHER = Sha256.of("other".getBytes(UTF_8));

    @Test
    void writesWhatCouldAddALineAsDigits() {
        byte[] text = new ProofText("t").line("a", "plain 中文").line("b", "1\n2\u2028\u2029\\").line("none", null).bytes();
        assertThat(new String(text, UTF_8)).isEqualTo("t\na=plain 中文\nb=1\\u000a2\\u2028\\u2029\\\\\n");
        Map<String, String> expected = new LinkedHashMap<>();
        expected.put("a", "plain 中文");
        expected.put("b", "1\n2\u2028\u2029\\");
        assertThat(ProofText.read("t", text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"other\na=1", "", "t\n=1", "t\nno name", "t\na=\\u12", "t\na=\\", "t\na=\\n", "t\na=\\u00g0"})
    void refusesWhatItDidNotWrite(String text) {
        assertThatThrownBy(() -> ProofText.read("t", text.getBytes(UTF_8))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aLinkNamesTheOneBeforeItAndItsRecord() {
        LinkFacts link = new LinkFacts("node-a", 7, "1234", LinkFacts.none(), SOME);
        String text = "jinqiao-link-1\nnode=node-a\nseq=7\nxact=1234\nprevious=" + "0".repeat(64) + "\nrecord="
                + Sha256.hex(SOME) + "\n";
        assertThat(new String(link.text(), UTF_8)).isEqualTo(text);
        assertThat(link.hash()).isEqualTo(Sha256.of(text.getBytes(UTF_8)));
        LinkFacts read = LinkFacts.read(link.text());
        assertThat(read.text()).isEqualTo(link.text());
        assertThat(read.previous()).isEqualTo(new byte[32]);
    }

    @Test
    void aSealNamesItsRangesInOrderAndCountsTheirLinks() {
        List<SealFacts.Range> ranges = List.of(new SealFacts.Range("a", 1, 3), new SealFacts.Range("b", 5, 5));
        SealFacts seal = new SealFacts(2, SOME, OTHER, ranges);
        String text = "jinqiao-seal-1\nseal=2\nprevious=" + Sha256.hex(SOME) + "\nroot=" + Sha256.hex(OTHER)
                + "\nleaves=4\nrange=a 1 3\nrange=b 5 5\n";
        assertThat(new String(seal.text(), UTF_8)).isEqualTo(text);
        assertThat(seal.digest()).isEqualTo(Sha256.of(text.getBytes(UTF_8)));
        SealFacts read = SealFacts.read(seal.text());
        assertThat(read.ranges()).isEqualTo(ranges);
        assertThat(read.text()).isEqualTo(seal.text());
    }

    @ParameterizedTest
    @CsvSource({"range=a 1 3, range=a 1", "range=a 1 3, range=a 1 3 4", "seal=2, seal=", "leaves=3, nonsense"})
    void refusesATextThatIsNoSeal(String from, String to) {
        byte[] good = new SealFacts(2, SOME, OTHER, List.of(new SealFacts.Range("a", 1, 3))).text();
        byte[] bad = new String(good, UTF_8).replace(from, to).getBytes(UTF_8);
        assertThatThrownBy(() -> SealFacts.read(bad)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aDigestHas64Digits() {
        assertThat(Sha256.parse(Sha256.hex(SOME))).isEqualTo(SOME);
        for (int length : new int[] {0, 31, 33}) {
            assertThatThrownBy(() -> Sha256.parse(Sha256.hex(Arrays.copyOf(SOME, length))))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void aRecordNamesTheDigestsOfItsContents() {
        String with = new String(record(SOME).text(), UTF_8);
        assertThat(with)
                .startsWith("jinqiao-record-1\nid=00000000-0000-0000-0000-000000000001\nnode=n\nat=2026-11-23T08:00:00Z\n")
                .contains("\nbody-sha256=" + Sha256.hex(OTHER) + "\n", "\ninput-sha256=" + Sha256.hex(SOME) + "\n");
        assertThat(new String(record(null).text(), UTF_8)).doesNotContain("input-sha256");
        assertThat(RecordFacts.read(record(SOME).text())).containsEntry("verdict", "accepted").containsEntry("trace", "t");
    }

    private static RecordFacts record(byte[] input) {
        return new RecordFacts(
                new UUID(0, 1), "n", Instant.parse("2026-11-23T08:00:00Z"), "request", "bank-a", null, "M-1", null, "accepted",
                null, 5, OTHER, input == null ? null : 4L, input, null, null, null, null, null, "t", "{}", new UUID(0, 2), null);
    }
}
