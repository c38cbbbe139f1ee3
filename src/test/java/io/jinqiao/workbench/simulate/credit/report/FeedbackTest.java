package io.jinqiao.workbench.simulate.credit.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What goes back: names, headers, rows; and how the desk behaves when it is told to. */
class FeedbackTest {
    private static final String NAME = "D19999999H00012026100121000010";

    @TempDir
    private Path kept;

    private static byte[] file(Line... lines) {
        return Post.text(lines[0].type(), List.of(lines)).getBytes(StandardCharsets.UTF_8);
    }

    private static Post founded(ReportSettings settings) {
        return Post.to(settings).taken(Line.person(), Line.mortgage());
    }

    @Test
    void allTakenIsAHeaderAlone() {
        Feedback feedback = founded(ReportSettings.plain()).send(NAME + ".txt", file(Line.stock()));
        assertThat(feedback.name()).isEqualTo("D19999999H00012026100121000011");
        assertThat(feedback.text()).isEqualTo("A0722.0.0D19999999H000120261001210000112.0.02026100108300000000010000000").hasSize(72);
    }

    @Test
    void aBadRecordComesBackAsItWasWhileTheOthersAreTaken() {
        Post post = founded(ReportSettings.plain());
        Line bad = Line.stock().set("AcctCode", Line.ACCOUNT + "8").set("AcctBal", "1.50").set("Name", "");
        Feedback feedback = post.send(NAME + ".txt", file(Line.stock(), bad));
        assertThat(feedback.flag()).isEqualTo('3');
        assertThat(feedback.text().split("\r\n")[0]).endsWith("00000010000001");
        assertThat(feedback.text().split("\r\n")[1])
                .isEqualTo("<Document><FbInf><ErrRecId>3</ErrRecId><FbErrNum>2</FbErrNum><ErrInf><FbCode>ABE000</FbCode><FbMsg>Name</FbMsg></ErrInf><ErrInf><FbCode>ABE001</FbCode><FbMsg>AcctBal</FbMsg></ErrInf><ErrRec>"
                        + Base64.getEncoder().encodeToString(bad.xml().getBytes(StandardCharsets.UTF_8)) + "</ErrRec></FbInf></Document>");
        assertThat(post.desk.holds()).contains("accounts 1");
    }

    @Test
    void rowsCountTheHeaderOrNotAsAgreed() {
        Line bad = Line.stock().set("AcctBal", "1.50");
        assertThat(founded(ReportSettings.plain()).send(NAME, file(bad)).text()).contains("<ErrRecId>2</ErrRecId>");
        assertThat(founded(ReportSettings.plain().countingRecordsOnly()).send(NAME, file(bad)).text()).contains("<ErrRecId>1</ErrRecId>");
    }

    @Test
    void aFileRefusedWholeHasNoRow() {
        Feedback feedback = Post.plain().send(NAME + ".txt", new String(file(Line.stock()), StandardCharsets.UTF_8).replace("\r\n", "\n").getBytes(StandardCharsets.UTF_8));
        assertThat(feedback.flag()).isEqualTo('2');
        assertThat(feedback.text().split("\r\n")[1]).isEqualTo("<Document><FbInf><FbErrNum>1</FbErrNum><ErrInf><FbCode>ABF010</FbCode><FbMsg>0000</FbMsg></ErrInf></FbInf></Document>");
    }

    @Test
    void withoutReferencesAnAccountMayComeAlone() {
        assertThat(Post.to(ReportSettings.plain().withoutReferences()).send(Line.stock()).flag()).isEqualTo('1');
    }

    @Test
    void takesWhatIsSealedAndSealsItsAnswerWhereAgreed() throws Exception {
        for (Seal.Mode mode : Seal.Mode.values()) {
            Seal seal = new Seal(mode, "invented-key-016".getBytes(StandardCharsets.US_ASCII));
            ReportSettings settings = ReportSettings.plain().compressed().sealedBy(seal).sealingFeedback();
            Post post = Post.to(settings);
            Feedback feedback = post.send(Line.person());
            assertThat(feedback.flag()).isEqualTo('1');
            byte[] opened = seal.open(post.desk.wrapped(feedback));
            assertThat(new java.util.zip.GZIPInputStream(new java.io.ByteArrayInputStream(opened)).readAllBytes()).isEqualTo(feedback.bytes());
        }
    }

    @Test
    void behavesAsItIsTold() {
        Post post = founded(ReportSettings.plain());
        post.desk.behave(Manner.LOSES_FILE, 1);
        assertThat(post.desk.deliver(NAME, file(Line.stock()))).isEmpty();
        post.desk.behave(Manner.REFUSES, 1);
        assertThat(post.desk.deliver(NAME, file(Line.stock()))).singleElement().satisfies(f -> assertThat(f.flag()).isEqualTo('2'));
        assertThat(post.desk.holds()).contains("accounts 0");
        post.desk.behave(Manner.DELAYS, 1);
        assertThat(post.desk.deliver(post.name("210"), file(Line.stock()))).isEmpty();
        assertThat(post.desk.late()).singleElement().satisfies(f -> assertThat(f.flag()).isEqualTo('1'));
        assertThat(post.desk.late()).isEmpty();
        post.desk.behave(Manner.TWICE, 1);
        assertThat(post.desk.deliver(post.name("210"), file(Line.september()))).hasSize(2);
        post.desk.behave(Manner.LOSES_ANSWER, 1);
        String lost = post.name("214");
        assertThat(post.desk.deliver(lost, file(Line.gone()))).isEmpty();
        assertThat(post.desk.holds()).contains("accounts 0");
        assertThat(post.send(lost, file(Line.gone())).codes()).containsExactly("ABF009");
    }

    @Test
    void answersWhatNobodyCanMatchWhenItIsTold() {
        Post post = founded(ReportSettings.plain());
        assertThat(odd(post, Manner.OTHER_FILE, Line.stock())).satisfies(f -> {
            assertThat(f.name()).isEqualTo("D19999999H00012026100121009991");
            assertThat(f.text()).contains("D19999999H0001202610012100999");
        });
        assertThat(odd(post, Manner.ROWS_BEYOND, Line.september()).text()).hasSizeGreaterThan(72).contains("<ErrRecId>99999999</ErrRecId>").contains("00000010000001\r\n");
        assertThat(odd(post, Manner.UNKNOWN_CODE, Line.gone()).codes()).containsExactly("XXX999");
        assertThat(post.desk.holds()).as("all were judged as ever").contains("accounts 0");
        assertThat(odd(post, Manner.HALF, Line.stock()).text()).hasSize(36);
    }

    private static Feedback odd(Post post, Manner manner, Line line) {
        post.desk.behave(manner, 1);
        return post.send(post.name(line.type()), file(line));
    }

    @Test
    void aRestartGoesOnFromWhatWasTaken() {
        ReportSettings settings = ReportSettings.plain();
        Post before = new Post(ReportingDesk.keptIn(kept, settings, Post.CLOCK), settings);
        before.taken(Line.person(), Line.mortgage(), Line.stock(), Line.closed());
        before.send(Line.september());
        before.desk.behave(Manner.DELAYS, 1);
        before.desk.deliver("D19999999H00012026100121009990.txt", file(Line.september()));
        ReportingDesk desk = ReportingDesk.keptIn(kept, settings, Post.CLOCK);
        assertThat(desk.holds()).isEqualTo("accounts 1, lines 0, mortgages 1, persons 1");
        assertThat(desk.late()).singleElement().satisfies(f -> assertThat(f.codes()).containsExactly("BLR020"));
        assertThat(ReportingDesk.keptIn(kept, settings, Post.CLOCK).late()).isEmpty();
        Post after = new Post(desk, settings);
        assertThat(after.send(Line.person()).codes()).as("its name was used before").containsExactly("ABF009");
        after.name("210");
        after.name("210");
        after.name("210");
        after.name("210");
        assertThat(after.send(Line.september()).codes()).containsExactly("BLR020");
    }

    @Test
    void aHostileNameIsAnsweredAndNeverAPath() throws IOException {
        ReportSettings settings = ReportSettings.plain();
        ReportingDesk desk = ReportingDesk.keptIn(kept, settings, Post.CLOCK);
        assertThat(desk.deliver("../../../etc/passwd", file(Line.stock())).get(0).codes()).containsExactly("ABN003");
        desk.behave(Manner.DELAYS, 1);
        desk.deliver("../../../etc/passwd", file(Line.stock()));
        assertThat(desk.late()).hasSize(1);
        try (Stream<Path> files = Files.walk(kept)) {
            assertThat(files.filter(Files::isRegularFile)).isEmpty();
        }
    }
}
