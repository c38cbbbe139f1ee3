package io.jinqiao.pipe;

import static org.assertj.core.api.Assertions.assertThat;

import io.jinqiao.adapter.Catalogue;
import io.jinqiao.adapter.FileAnswer;
import io.jinqiao.adapter.FileArrival;
import io.jinqiao.adapter.FileDoor;
import io.jinqiao.adapter.file.FileExchange;
import io.jinqiao.console.facts.IntakeFacts;
import io.jinqiao.message.Content;
import io.jinqiao.message.FileKind;
import io.jinqiao.message.PartnerId;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;

/** Under which name a file is answered, and which answer stays where it lies. */
class FileAnswersTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);
    private static final Charset GBK = Charset.forName("GBK");
    private static RunningGateway gateway;

    @TempDir
    Path folder;

    @BeforeAll
    static void start() {
        gateway = RunningGateway.get();
    }

    @Test
    void theSameBytesUnderAnotherNameGetAResultFileOfTheirOwnAndDoNothing() throws IOException {
        FileArrival first = written("HFRS_20261120_LEDGER-N1.DAT", "LEDGER-N1", DAY, 3);
        FileAnswer answer = receive(first);
        FileAnswer copy = receive(new FileArrival("abc", FileKind.REPAYMENT_STATUS, "HFRS_20261120_LEDGER-N1copy.DAT", first.file(), null));
        assertThat(answer.name()).isEqualTo("HFRS_20261120_LEDGER-N1.RES");
        assertThat(copy.name()).isEqualTo("HFRS_20261120_LEDGER-N1copy.RES");
        assertThat(copy.companion().name()).isEqualTo("HFRS_20261120_LEDGER-N1copy.RES.ok");
        assertThat(copy.bytes()).isEqualTo(answer.bytes());
        assertThat(gateway.room(JdbcTemplate.class).queryForObject("SELECT count(*) FROM repayment_fact_file WHERE file_no = 'LEDGER-N1'", Long.class)).isEqualTo(1);
    }

    @Test
    void otherBytesUnderANameThatCountsAreAnsweredBesideItsAnswer() throws IOException {
        FileArrival unreadable = spoilt(written("HFRS_20261120_LEDGER-N2.DAT", "LEDGER-N2", DAY, 2));
        assertThat(receive(unreadable).name()).as("nothing counts yet").isEqualTo("HFRS_20261120_LEDGER-N2.RES");
        assertThat(receive(written("HFRS_20261120_LEDGER-N2.DAT", "LEDGER-N2", DAY, 3)).refused()).isFalse();
        FileAnswer other = receive(written("HFRS_20261120_LEDGER-N2.DAT", "LEDGER-N2", DAY, 4));
        assertThat(other.refused()).isTrue();
        assertThat(other.name()).matches("HFRS_20261120_LEDGER-N2-conflict-[0-9a-f]{8}\\.RES");
        assertThat(other.companion().name()).isEqualTo(other.name() + ".ok");
        assertThat(new String(other.bytes(), GBK)).contains("once.key_conflict");
        assertThat(receive(spoilt(written("HFRS_20261120_LEDGER-N2.DAT", "LEDGER-N2", DAY, 2))).name()).as("a refusal from before").contains("LEDGER-N2-conflict-");
    }

    @Test
    void aFileThatFellMayComeAgainCorrectedUnderItsName() throws IOException {
        FileArrival fallen = written("HFRS_20261120_LEDGER-N3.DAT", "LEDGER-N3", DAY, rows(3, "NOBODY"));
        assertThat(receive(fallen).refused()).isTrue();
        FileAnswer again = receive(written("HFRS_20261120_LEDGER-N3.DAT", "LEDGER-N3", DAY, 0));
        assertThat(again.refused()).isFalse();
        assertThat(again.name()).isEqualTo("HFRS_20261120_LEDGER-N3.RES");
        List<IntakeFacts.Taken> shown = gateway.room(IntakeFacts.class).latest(500).stream().filter(file -> file.fileNo().equals("LEDGER-N3")).toList();
        assertThat(shown).extracting(IntakeFacts.Taken::stands).containsExactly(true, false);
        assertThat(shown).extracting(IntakeFacts.Taken::answer).as("each with its own answer").doesNotContainNull().doesNotHaveDuplicates();
    }

    @Test
    void aHeadThatIsNotOfTheNameIsRefusedAndTheSameBytesAreTakenUnderTheirOwn() throws IOException {
        FileArrival renamed = written("HFRS_20261119_LEDGER-N4.DAT", "LEDGER-N5", DAY, 0);
        FileAnswer answer = receive(renamed);
        assertThat(answer.refused()).isTrue();
        assertThat(answer.name()).isEqualTo("HFRS_20261119_LEDGER-N4.RES");
        assertThat(new String(answer.bytes(), GBK)).contains("file.name_disagrees", "accountingDate", "fileNo", "2026-11-19", "LEDGER-N4");
        assertThat(unread("HFRS_20261119_LEDGER-N4.DAT").codes()).containsExactly("file.name_disagrees");
        assertThat(receive(new FileArrival("abc", FileKind.REPAYMENT_STATUS, "HFRS_20261120_LEDGER-N5.DAT", renamed.file(), null)).refused()).isFalse();
    }

    /** All is right with it but the day in its head: its hash is of these bytes, and well signed. */
    @Test
    void aFileWhoseHeadCannotBeReadIsAnsweredUnderItsNameAndShown() throws Exception {
        String name = "REPAY_20261120_LEDGER-N6.xml";
        FileArrival whole = written("ccb", name, "LEDGER-N6", DAY, List.of());
        byte[] bytes = new String(Files.readAllBytes(whole.file()), StandardCharsets.ISO_8859_1).replaceFirst("20261120", "20260230").getBytes(StandardCharsets.ISO_8859_1);
        String hash = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        FileAnswer answer = receive(new FileArrival("ccb", FileKind.REPAYMENT_STATUS, name, Files.write(whole.file(), bytes), hash + " " + gateway.fileSignature(hash, "ccb")));
        assertThat(answer.refused()).isTrue();
        assertThat(answer.name()).isEqualTo("REPAY_20261120_LEDGER-N6.result.xml");
        assertThat(new String(answer.bytes(), Charset.forName("GB18030"))).contains(name, "field.wrong_form", "ACCOUNTING_DATE");
        IntakeFacts.Unread shown = unread(name);
        assertThat(shown.codes()).containsExactly("field.wrong_form");
        assertThat(shown.answer()).isNotNull();
    }

    private IntakeFacts.Unread unread(String name) {
        return gateway.room(IntakeFacts.class).unread(500).stream().filter(file -> file.name().equals(name)).findFirst().orElseThrow();
    }

    private static FileAnswer receive(FileArrival arrival) {
        return gateway.room(FileDoor.class).receive(arrival);
    }

    /** 30 February in its head; its hash is not that of these bytes either, which is found later. */
    private static FileArrival spoilt(FileArrival arrival) throws IOException {
        Files.writeString(arrival.file(), Files.readString(arrival.file(), StandardCharsets.ISO_8859_1).replaceFirst("20261120", "20260230"), StandardCharsets.ISO_8859_1);
        return arrival;
    }

    private FileArrival written(String name, String fileNo, LocalDate day, int rows) throws IOException {
        IntStream.range(0, rows).forEach(i -> LedgerFilesTest.open(gateway, "abc", "N" + fileNo + i));
        return written(name, fileNo, day, rows(rows, "N" + fileNo));
    }

    private FileArrival written(String name, String fileNo, LocalDate day, List<Content.Group> rows) throws IOException {
        return written("abc", name, fileNo, day, rows);
    }

    private FileArrival written(String bank, String name, String fileNo, LocalDate day, List<Content.Group> rows) throws IOException {
        FileExchange exchange = gateway.room(Catalogue.class).files(new PartnerId(bank)).get(FileKind.REPAYMENT_STATUS);
        Content.Group head = Content.group()
                .put("fileNo", fileNo)
                .put("accountingDate", day)
                .put("rows", rows.size())
                .put("paid", rows.size() * 13_000L)
                .put("unpaid", 0)
                .build();
        Path file = Files.createTempDirectory(folder, "one").resolve(name);
        try (OutputStream out = Files.newOutputStream(file)) {
            exchange.request().write(head, rows.iterator(), out);
        }
        return new FileArrival(bank, FileKind.REPAYMENT_STATUS, name, file, null);
    }

    private static List<Content.Group> rows(int count, String accounts) {
        return IntStream.range(0, count).mapToObj(i -> LedgerFilesTest.row(accounts + i, DAY, 992_000)).toList();
    }
}
