import com.zaxxer.hikari.HikariDataSource;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.sql.Date;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.springframework.batch.core.Job;
import org.springframework.batch.core.JobExecution;
import org.springframework.batch.core.JobParameters;
import org.springframework.batch.core.Step;
import org.springframework.batch.core.StepExecution;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.launch.support.TaskExecutorJobLauncher;
import org.springframework.batch.core.repository.support.ResourcelessJobRepository;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.item.database.JdbcBatchItemWriter;
import org.springframework.batch.item.database.builder.JdbcBatchItemWriterBuilder;
import org.springframework.batch.item.file.FlatFileItemReader;
import org.springframework.batch.item.file.builder.FlatFileItemReaderBuilder;
import org.springframework.core.io.FileSystemResource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;

/**
 * The plain chunk job one would write with Spring Batch: read a line, look its loan up and check the row, and for each thousand rows one batch of inserts and
 * one commit, into the ledger's columns with the ledger's indexes. Nothing of the job is kept in the database, which spares it that. Count, totals and hash
 * of the file, other rows of the loan and other files are not looked at. Arguments are address, user and password of the database, the file, and how many
 * lines at most.
 */
public final class ChunkJob {
    private static final int CHUNK = 1_000;
    private static final Charset NAMES = Charset.forName("GB18030");

    private ChunkJob() {}

    /** What a line says, as far as it is kept. */
    record Row(
            int line, String accountNo, String name, int instalment, LocalDate dueOn, LocalDate accountingDate, LocalDate paidOn, long[] parts, int source,
            long balance, int remaining, int result, String serial) {}

    public static void main(String[] args) throws Exception {
        HikariDataSource database = new HikariDataSource();
        database.setJdbcUrl(args[0]);
        database.setUsername(args[1]);
        database.setPassword(args[2]);
        try (database) {
            JdbcTemplate db = new JdbcTemplate(database);
            db.execute("DROP TABLE IF EXISTS peer_row");
            db.execute("CREATE TABLE peer_row (LIKE repayment_row INCLUDING INDEXES)");
            ResourcelessJobRepository jobs = new ResourcelessJobRepository();
            JdbcTransactionManager transactions = new JdbcTransactionManager(database);
            Step step = new StepBuilder("rows", jobs)
                    .<Row, Row>chunk(CHUNK, transactions)
                    .reader(reader(args[3], Integer.parseInt(args[4])))
                    .processor(row -> row == null || row.accountNo().isEmpty() ? null : checked(db, row))
                    .writer(writer(database))
                    .build();
            Job job = new JobBuilder("repayments", jobs).start(step).build();
            TaskExecutorJobLauncher launcher = new TaskExecutorJobLauncher();
            launcher.setJobRepository(jobs);
            launcher.afterPropertiesSet();
            long begun = System.nanoTime();
            JobExecution execution = launcher.run(job, new JobParameters());
            long millis = (System.nanoTime() - begun) / 1_000_000;
            execution.getAllFailureExceptions().forEach(Throwable::printStackTrace);
            StepExecution rows = execution.getStepExecutions().iterator().next();
            System.out.println("took " + rows.getWriteCount() + " " + millis);
        }
    }

    /** Bytes of a line are characters here, so that columns of bytes can be cut from it. */
    private static FlatFileItemReader<Row> reader(String file, int most) {
        FlatFileItemReader<Row> reader = new FlatFileItemReaderBuilder<Row>()
                .name("lines")
                .resource(new FileSystemResource(file))
                .encoding("ISO-8859-1")
                .lineMapper(ChunkJob::row)
                .saveState(false)
                .build();
        reader.setMaxItemCount(most);
        return reader;
    }

    private static Row row(String line, int number) {
        if (!line.startsWith("5")) {
            return new Row(number, "", "", 0, null, null, null, null, 0, 0, 0, 0, "");
        }
        Cursor at = new Cursor(line);
        String account = at.text(30);
        at.text(30);
        at.text(32);
        String name = new String(at.text(60).getBytes(StandardCharsets.ISO_8859_1), NAMES);
        int instalment = (int) at.number(3);
        LocalDate due = at.day();
        LocalDate day = at.day();
        LocalDate paidOn = at.day();
        long[] parts = new long[12];
        Arrays.setAll(parts, i -> at.number(14));
        int source = (int) at.number(2);
        long balance = at.number(14);
        int remaining = (int) at.number(3);
        int result = (int) at.number(2);
        at.text(80);
        return new Row(number, account, name, instalment, due, day, paidOn, parts, source, balance, remaining, result, at.text(40));
    }

    private static Row checked(JdbcTemplate db, Row row) {
        Map<String, Object> loan = db.queryForMap(
                "SELECT balance_fen, instalments, first_due FROM repayment_account WHERE bank = 'icbc' AND account_no = ?", row.accountNo());
        LocalDate due = ((Date) loan.get("first_due")).toLocalDate().plusMonths(row.instalment() - 1L);
        boolean right = (Long) loan.get("balance_fen") - row.parts()[0] * row.instalment() == row.balance()
                && row.instalment() <= (Integer) loan.get("instalments")
                && due.equals(row.dueOn())
                && !row.paidOn().isAfter(row.accountingDate());
        if (!right) {
            throw new IllegalStateException("a row of the bench is always right: line " + row.line());
        }
        return row;
    }

    private static JdbcBatchItemWriter<Row> writer(HikariDataSource database) {
        JdbcBatchItemWriter<Row> writer = new JdbcBatchItemWriterBuilder<Row>()
                .dataSource(database)
                .sql("INSERT INTO peer_row VALUES (?" + ", ?".repeat(24) + ")")
                .itemPreparedStatementSetter((row, insert) -> {
                    List<Object> values = new java.util.ArrayList<>();
                    values.add(1L);
                    Arrays.stream(row.parts()).forEach(values::add);
                    values.addAll(List.of(row.balance(), row.line(), row.dueOn(), row.accountingDate(), row.instalment(), row.remaining(), row.result(), "icbc"));
                    values.addAll(List.of(row.accountNo(), row.source(), row.paidOn(), row.serial()));
                    for (int i = 0; i < values.size(); i++) {
                        insert.setObject(i + 1, values.get(i));
                    }
                })
                .build();
        writer.afterPropertiesSet();
        return writer;
    }

    /** Columns of a width, one after the other. */
    private static final class Cursor {
        private final String line;
        private int at = 1;

        Cursor(String line) {
            this.line = line;
        }

        String text(int width) {
            return line.substring(at, at += width).strip();
        }

        long number(int width) {
            String text = text(width);
            return text.isEmpty() ? 0 : Long.parseLong(text);
        }

        LocalDate day() {
            return LocalDate.parse(text(8), DateTimeFormatter.BASIC_ISO_DATE);
        }
    }
}
