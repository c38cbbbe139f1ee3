package io.jinqiao.pipe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.jinqiao.adapter.Catalogue;
import io.jinqiao.adapter.file.FileExchange;
import io.jinqiao.message.CanonicalJson;
import io.jinqiao.message.Content;
import io.jinqiao.message.FileKind;
import io.jinqiao.message.PartnerId;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** Files, fetched from a real SFTP server and pushed into a directory, to the journal, the business and the file that answers them. */
class FilePipeTest {
    private static final Duration LONG = Duration.ofSeconds(120);
    private static final Charset GB18030 = Charset.forName("GB18030");

    private static RunningGateway gateway;

    @BeforeAll
    static void start() {
        gateway = RunningGateway.get();
    }

    @Test
    void fetchesAFileOfAHundredThousandRowsAndAnswersItOnce() throws IOException {
        Path out = gateway.sftp.folder("out/repayment");
        String name = "GJJHK20261125RS100K.txt";
        write(out.resolve(name), exchange("icbc"), "RS100K", 100_000);
        assertThat(Files.size(out.resolve(name))).isGreaterThan(45_000_000L);
        Path result = gateway.sftp.folder("in/repayment").resolve("GJJHK20261125RS100K.ret");
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
    void refusesAFileWhoseMarkerHoldsAnotherHashAndPutsItAside() throws IOException {
        Path home = Path.of(gateway.context.getEnvironment().getProperty("jinqiao.home"));
        Path in = Files.createDirectories(home.resolve("files/ccb/in"));
        FileExchange ccb = exchange("ccb");
        String name = "REPAY_20261125_RSHASH.xml";
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        List<Content.Group> rows = sample("ccb");
        ccb.request().write(head("RSHASH", rows), rows.iterator(), file);
        Files.write(in.resolve(name), file.toByteArray());
        Files.writeString(in.resolve(name + ".flg"), "0".repeat(64));
        Path result = home.resolve("files/ccb/out/REPAY_20261125_RSHASH.result.xml");
        await().atMost(LONG).until(() -> Files.exists(Path.of(result + ".flg")) && Files.exists(in.resolve("failed/" + name)));
        assertThat(Files.readString(result, GB18030)).contains("<OUTCOME>2</OUTCOME>").contains("<CENTRE_CODE>file.hash_wrong</CENTRE_CODE>");
        assertThat(gateway.journal("received", "file " + name)).contains("refused file.hash_wrong");
    }

    @Test
    void leavesAFileWithoutItsMarkerAlone() throws IOException {
        Path out = gateway.sftp.folder("out");
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
        await().atMost(LONG).until(() -> Files.exists(gateway.sftp.folder("in").resolve("HFRS_20261125_RSGOES.RES.ok")));
        assertThat(abc).exists();
        assertThat(gateway.room(Fittings.CountingDoor.class).files).doesNotContain("abc HFRS_20261125_RSWAIT.DAT");
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
