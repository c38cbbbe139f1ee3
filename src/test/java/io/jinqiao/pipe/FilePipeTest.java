package io.jinqiao.pipe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.jinqiao.adapter.Catalogue;
import io.jinqiao.adapter.FileAnswer;
import io.jinqiao.adapter.FileArrival;
import io.jinqiao.adapter.FileDoor;
import io.jinqiao.adapter.file.FileExchange;
import io.jinqiao.message.CanonicalJson;
import io.jinqiao.message.Content;
import io.jinqiao.message.FileKind;
import io.jinqiao.message.PartnerId;
import io.jinqiao.signing.SigningProfile;
import io.jinqiao.signing.SigningRoom;
import io.jinqiao.support.TestIdentities;
import io.jinqiao.workbench.simulate.FileBehaviour;
import io.jinqiao.workbench.simulate.bank.files.FileSide;
import io.jinqiao.workbench.simulate.bank.files.Verdict;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** Files, fetched from a real SFTP server and pushed into a directory, to the journal, the business and the file that answers them. */
class FilePipeTest {
    private static final Duration LONG = Duration.ofSeconds(120);
    private static final LocalDate DAY = LocalDate.of(2026, 11, 25);
    private static final Charset GB18030 = Charset.forName("GB18030");

    private static RunningGateway gateway;

    @BeforeAll
    static void start() {
        gateway = RunningGateway.get();
    }

    @Test
    void fetchesAFileOfAHundredThousandRowsAndAnswersItOnce() throws IOException {
        Path out = gateway.files.get("icbc").folder("out/repayment");
        String name = "GJJHK20261125RS100K.txt";
        write(out.resolve(name), exchange("icbc"), "RS100K", 100_000);
        assertThat(Files.size(out.resolve(name))).isGreaterThan(45_000_000L);
        Path result = gateway.files.get("icbc").folder("in/repayment").resolve("GJJHK20261125RS100K.ret");
        long before = gateway.room(Fittings.CountingDoor.class).rows.get();
        Files.createFile(out.resolve(name + ".flg"));
        await().atMost(LONG).until(() -> Files.exists(Path.of(result + ".flg")) && Files.exists(out.resolve("done/" + name)));
        assertThat(Files.readString(result, GB18030)).contains("RS100K").contains("000100000" + "000100000" + "000000000");
        assertThat(gateway.room(Fittings.CountingDoor.class).rows.get() - before).isEqualTo(100_000);
        assertThat(out.resolve(name + ".flg")).doesNotExist();

        byte[] first = Files.readAllBytes(result);
        Files.delete(result);
        Files.delete(Path.of(result + ".flg"));
        Files.move(out.resolve("done/" + name), out.resolve(name));
        Files.createFile(out.resolve(name + ".flg"));
        await().atMost(LONG).until(() -> Files.exists(Path.of(result + ".flg")));
        assertThat(Files.readAllBytes(result)).isEqualTo(first);
        assertThat(gateway.room(Fittings.CountingDoor.class).rows.get() - before).isEqualTo(100_000);
        assertThat(gateway.journal("received", "file " + name)).contains("channel", "none");
        assertThat(largestRecord("file " + name)).isLessThanOrEqualTo(4 << 20);
    }

    @Test
    void takesAFilePushedUnderItsNameOnlyWhenItIsWholeAndSendsWrongRowsBack() throws IOException {
        Path home = Path.of(gateway.context.getEnvironment().getProperty("jinqiao.home"));
        Path in = Files.createDirectories(home.resolve("files/psbc/in"));
        FileExchange psbc = exchange("psbc");
        List<Content.Group> rows = sample("psbc");
        Content.Group wrong = rows.get(0).with("result", "partly-paid");
        String name = "repayment-status-20261125-RSPUSH.csv";
        Path unfinished = in.resolve(name + ".tmp");
        try (OutputStream file = Files.newOutputStream(unfinished)) {
            psbc.request().write(head("RSPUSH", List.of(wrong, rows.get(1))), List.of(wrong, rows.get(1)).iterator(), file);
        }
        Files.move(unfinished, in.resolve(name));
        Path result = home.resolve("files/psbc/out/repayment-status-20261125-RSPUSH.result.csv");
        await().atMost(LONG).until(() -> Files.exists(result) && Files.exists(in.resolve("done/" + name)));
        assertThat(Files.readString(result, StandardCharsets.UTF_8))
                .contains("\r\n2,GJJ201,field.disagree,result,result,")
                .contains("RSPUSH," + name + ",2026-11-25,1,000000,success,2,1,1,1,");
    }

    @Test
    void leavesALinkAndAPipeWhereTheyAreAndTakesTheFileBesideThem() throws Exception {
        Path home = Path.of(gateway.context.getEnvironment().getProperty("jinqiao.home"));
        Path in = Files.createDirectories(home.resolve("files/psbc/in"));
        Path link = Files.createSymbolicLink(in.resolve("repayment-status-20261125-RSLINK.csv"), Files.createFile(in.resolve("elsewhere")));
        Path pipe = in.resolve("repayment-status-20261125-RSPIPE.csv");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();
        try {
            FileExchange psbc = exchange("psbc");
            List<Content.Group> rows = sample("psbc");
            Path unfinished = in.resolve("repayment-status-20261125-RSBESIDE.csv.tmp");
            try (OutputStream file = Files.newOutputStream(unfinished)) {
                psbc.request().write(head("RSBESIDE", rows), rows.iterator(), file);
            }
            Files.move(unfinished, in.resolve("repayment-status-20261125-RSBESIDE.csv"));
            await().atMost(LONG).until(() -> Files.exists(in.resolve("done/repayment-status-20261125-RSBESIDE.csv")));
            assertThat(Files.exists(pipe)).isTrue();
            assertThat(Files.isSymbolicLink(link)).isTrue();
            assertThat(gateway.journal("received", "file repayment-status-20261125-RSLINK.csv")).isEmpty();
        } finally {
            for (Path left : List.of(link, pipe, in.resolve("elsewhere"))) {
                Files.delete(left);
            }
        }
    }

    @Test
    void refusesAFileWhoseMarkerHoldsAnotherHashAndPutsItAside() throws IOException {
        Path home = Path.of(gateway.context.getEnvironment().getProperty("jinqiao.home"));
        Path in = Files.createDirectories(home.resolve("files/ccb/in"));
        FileExchange ccb = exchange("ccb");
        String name = "REPAY_20261125_RSHASH.xml";
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        List<Content.Group> rows = sample("ccb");
        ccb.request().write(head("RSHASH", rows), rows.iterator(), file);
        Files.write(in.resolve(name), file.toByteArray());
        Files.writeString(in.resolve(name + ".flg"), "0".repeat(64) + " " + gateway.fileSignature("0".repeat(64), "ccb"));
        Path result = home.resolve("files/ccb/out/REPAY_20261125_RSHASH.result.xml");
        await().atMost(LONG).until(() -> Files.exists(Path.of(result + ".flg")) && Files.exists(in.resolve("failed/" + name)));
        assertThat(Files.readString(result, GB18030)).contains("<OUTCOME>2</OUTCOME>").contains("<CENTRE_CODE>file.hash_wrong</CENTRE_CODE>");
        assertThat(gateway.journal("received", "file " + name)).contains("refused file.hash_wrong");
    }

    @Test
    void refusesAFileThatIsSignedByAnotherOrNotAtAllBeforeARowCountsAndTakesItWhenItIsSignedWell() throws Exception {
        Path home = Path.of(gateway.context.getEnvironment().getProperty("jinqiao.home"));
        Path in = Files.createDirectories(home.resolve("files/ccb/in"));
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        List<Content.Group> rows = sample("ccb");
        String hash = exchange("ccb").request().write(head("RSSIGN", rows), rows.iterator(), file);
        String name = "REPAY_20261125_RSSIGN.xml";
        Path result = home.resolve("files/ccb/out/REPAY_20261125_RSSIGN.result.xml");
        long before = gateway.room(Fittings.CountingDoor.class).rows.get();
        for (String marker : List.of(hash, hash + " " + gateway.fileSignature(hash, "icbc"), hash + " " + gateway.fileSignature("0".repeat(64), "ccb"))) {
            Files.deleteIfExists(Path.of(result + ".flg"));
            Files.write(in.resolve(name), file.toByteArray());
            Files.writeString(in.resolve(name + ".flg"), marker);
            await().atMost(LONG).until(() -> Files.exists(Path.of(result + ".flg")) && !Files.exists(in.resolve(name)));
            assertThat(Files.readString(result, GB18030)).contains("<OUTCOME>2</OUTCOME>").contains("<CENTRE_CODE>signature.");
        }
        assertThat(gateway.room(Fittings.CountingDoor.class).rows.get()).isEqualTo(before);
        Files.deleteIfExists(Path.of(result + ".flg"));
        Files.write(in.resolve(name), file.toByteArray());
        Files.writeString(in.resolve(name + ".flg"), hash + " " + gateway.fileSignature(hash, "ccb"));
        await().atMost(LONG).until(() -> Files.exists(Path.of(result + ".flg")) && !Files.exists(in.resolve(name)));
        assertThat(Files.readString(result, GB18030)).contains("<OUTCOME>0</OUTCOME>");
        assertThat(gateway.room(Fittings.CountingDoor.class).rows.get() - before).isEqualTo(rows.size());
        assertThat(gateway.journal("received", "file " + name)).contains("refused signature.missing", "refused signature.invalid", "accepted");
        String[] ours = Files.readString(Path.of(result + ".flg")).split(" ");
        SigningProfile profile = gateway.dialect("ccb").descriptor().signing().named("SM2").profile();
        SigningProfile seenByThem = new SigningProfile(profile.algorithm(), profile.form(), profile.text(), profile.theirUserId(), profile.ourUserId());
        try (SigningRoom bank = TestIdentities.room("ccb")) {
            assertThat(bank.signing().verify(seenByThem, List.of("centre-sm2-sign"), ours[0].getBytes(StandardCharsets.US_ASCII), ours[1], Instant.now()).accepted()).isTrue();
        }
    }

    @Test
    void leavesAFileWithoutItsMarkerAlone() throws IOException {
        Path out = gateway.files.get("abc").folder("out");
        Path abc = out.resolve("HFRS_20261125_RSWAIT.DAT");
        List<Content.Group> rows = sample("abc");
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        exchange("abc").request().write(head("RSWAIT", rows), rows.iterator(), file);
        Files.write(abc, file.toByteArray());
        Path other = out.resolve("HFRS_20261125_RSGOES.DAT");
        file.reset();
        exchange("abc").request().write(head("RSGOES", rows), rows.iterator(), file);
        Files.write(other, file.toByteArray());
        Files.createFile(out.resolve("HFRS_20261125_RSGOES.DAT.ok"));
        await().atMost(LONG).until(() -> Files.exists(gateway.files.get("abc").folder("in").resolve("HFRS_20261125_RSGOES.RES.ok")));
        assertThat(abc).exists();
        assertThat(gateway.room(Fittings.CountingDoor.class).files).doesNotContain("abc HFRS_20261125_RSWAIT.DAT");
    }

    @Test
    void leavesAMarkerWithoutItsFileAloneUntilTheFileIsThere() throws IOException {
        Path out = gateway.files.get("abc").folder("out");
        Path results = gateway.files.get("abc").folder("in");
        List<Content.Group> rows = sample("abc");
        Path lone = Files.createFile(out.resolve("HFRS_20261125_RSLONE.DAT.ok"));
        try (OutputStream file = Files.newOutputStream(out.resolve("HFRS_20261125_RSNEXT.DAT"))) {
            exchange("abc").request().write(head("RSNEXT", rows), rows.iterator(), file);
        }
        Files.createFile(out.resolve("HFRS_20261125_RSNEXT.DAT.ok"));
        await().atMost(LONG).until(() -> Files.exists(results.resolve("HFRS_20261125_RSNEXT.RES.ok")));
        assertThat(lone).as("nobody takes a marker for a file").exists();
        assertThat(results.resolve("HFRS_20261125_RSLONE.RES")).doesNotExist();
        assertThat(gateway.journal("received", "file HFRS_20261125_RSLONE.DAT")).isEmpty();

        Path unfinished = out.resolve("RSLONE.part");
        try (OutputStream file = Files.newOutputStream(unfinished)) {
            exchange("abc").request().write(head("RSLONE", rows), rows.iterator(), file);
        }
        Files.move(unfinished, out.resolve("HFRS_20261125_RSLONE.DAT"));
        await().atMost(LONG).until(() -> Files.exists(results.resolve("HFRS_20261125_RSLONE.RES.ok")));
        assertThat(gateway.room(Fittings.CountingDoor.class).files).contains("abc HFRS_20261125_RSLONE.DAT");
    }

    /** 12 GiB and a byte that lie on no disk: who read them would take minutes. */
    @Test
    void refusesAFileOverItsLimitWithoutReadingItAndKeepsTheProof(@TempDir Path folder) throws IOException {
        String name = "GJJHK20261125RSHUGE.txt";
        Path file = folder.resolve(name);
        try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
            sparse.setLength((12L << 30) + 1);
        }
        FileArrival arrival = new FileArrival("icbc", FileKind.REPAYMENT_STATUS, name, file, null);
        FileAnswer answer = gateway.room(FileDoor.class).receive(arrival);
        assertThat(answer.refused()).isTrue();
        assertThat(new String(answer.bytes(), GB18030)).contains(name, "file.too_large", "" + (12L << 30));
        assertThat(gateway.journal("received", "file " + name)).as("one record of the refusal, none of the bytes").containsExactly("refused file.too_large");
        assertThat(gateway.journal("answered", "file " + name)).hasSize(1);
        assertThat(gateway.room(FileDoor.class).receive(arrival).bytes()).as("the same file again").isEqualTo(answer.bytes());
        assertThat(largestRecord("file " + name)).isLessThan(10_000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"icbc", "abc", "ccb", "psbc"})
    void takesASimulatedBanksFileAndTheBankReadsWhatBecameOfIt(String bank) {
        FileSide side = gateway.files.get(bank);
        String name = side.offer(FileBehaviour.OK, DAY, 7);
        Verdict verdict = verdict(side, name);
        assertThat(verdict).extracting(Verdict::outcome, Verdict::rows, Verdict::taken, Verdict::refused, Verdict::intact)
                .containsExactly("0", 7L, 7L, 0L, true);
        assertThat(gateway.room(Fittings.CountingDoor.class).files).contains(bank + " " + name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"icbc", "abc", "ccb", "psbc"})
    void waitsForALateMarkerAndNeverTakesAFileWithoutOne(String bank) {
        FileSide side = gateway.files.get(bank);
        side.lateBy(Duration.ofMillis(900));
        String never = side.offer(FileBehaviour.MISSING_MARKER, DAY, 2);
        String late = side.offer(FileBehaviour.LATE_MARKER, DAY, 2);
        assertThat(verdict(side, late).outcome()).isEqualTo("0");
        assertThat(side.verdicts()).extracting(Verdict::about).doesNotContain(never);
    }

    @ParameterizedTest
    @ValueSource(strings = {"icbc", "abc", "ccb", "psbc"})
    void refusesHalfAFileAsAWhole(String bank) {
        FileSide side = gateway.files.get(bank);
        Verdict verdict = verdict(side, side.offer(FileBehaviour.HALF, DAY, 9));
        assertThat(verdict.outcome()).isEqualTo("2");
        assertThat(verdict.taken()).isZero();
        assertThat(verdict.intact()).isTrue();
        assertThat(verdict.problems()).isNotEmpty().allMatch(code -> code.startsWith("file.") || code.startsWith("envelope."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"icbc", "abc"})
    void aFileReplacedWhileItIsFetchedCountsForNothing(String bank) {
        FileSide side = gateway.files.get(bank);
        long before = gateway.room(Fittings.CountingDoor.class).rows.get();
        Verdict verdict = verdict(side, side.offer(FileBehaviour.REPLACED, DAY, 1));
        assertThat(verdict.outcome()).isEqualTo("2");
        assertThat(verdict.problems()).contains("file.hash_wrong");
        assertThat(gateway.room(Fittings.CountingDoor.class).rows.get()).isEqualTo(before);
    }

    @ParameterizedTest
    @EnumSource(names = {"NO_RIGHTS", "WRONG_HOST_KEY"})
    void fetchesAgainByItselfWhenTheServerIsInOrderAgain(FileBehaviour behaviour) {
        FileSide side = gateway.files.get("abc");
        side.behave(behaviour);
        String held = side.offer(FileBehaviour.OK, DAY, 2);
        String elsewhere = gateway.files.get("icbc").offer(FileBehaviour.OK, DAY, 2);
        try {
            assertThat(verdict(gateway.files.get("icbc"), elsewhere).outcome()).as("another bank's files go on").isEqualTo("0");
            assertThat(side.verdicts()).extracting(Verdict::about).doesNotContain(held);
        } finally {
            side.behave(FileBehaviour.OK);
        }
        assertThat(verdict(side, held).outcome()).isEqualTo("0");
    }

    private static Verdict verdict(FileSide side, String name) {
        return await().atMost(LONG).until(() -> side.verdicts().stream().filter(v -> v.about().equals(name)).findFirst(), Optional::isPresent).orElseThrow();
    }

    private static int largestRecord(String messageId) {
        return gateway.room(JdbcTemplate.class)
                .queryForObject("SELECT max(body_size) FROM evidence_record WHERE message_id = ?", Integer.class, messageId);
    }

    private static FileExchange exchange(String partner) {
        return gateway.room(Catalogue.class).files(new PartnerId(partner)).get(FileKind.REPAYMENT_STATUS);
    }

    private static void write(Path file, FileExchange exchange, String fileNo, int count) throws IOException {
        Content.Group row = sample("icbc").get(0);
        Content.Group head = Content.group()
                .put("fileNo", fileNo)
                .put("accountingDate", "2026-11-25")
                .put("rows", count)
                .put("paid", sum(row, "paid") * count)
                .put("unpaid", sum(row, "unpaid") * count)
                .build();
        Iterator<Content.Group> rows = Collections.nCopies(count, row).iterator();
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            exchange.request().write(head, rows, out);
        }
    }

    private static Content.Group head(String fileNo, List<Content.Group> rows) {
        return Content.group()
                .put("fileNo", fileNo)
                .put("accountingDate", "2026-11-25")
                .put("rows", rows.size())
                .put("paid", rows.stream().mapToLong(row -> sum(row, "paid")).sum())
                .put("unpaid", rows.stream().mapToLong(row -> sum(row, "unpaid")).sum())
                .build();
    }

    private static long sum(Content.Group row, String parts) {
        return ((Content.Group) row.get(parts))
                .members().values().stream().mapToLong(part -> Long.parseLong(((Content.Text) part).value())).sum();
    }

    private static List<Content.Group> sample(String partner) {
        try {
            Path file = Path.of("adapters", partner, "files/samples/repayment-status.daily.request.canonical.json");
            return ((Content.Rows) CanonicalJson.read(Files.readString(file)).get("rows")).rows();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
