package io.jinqiao.workbench.bench.repayment;

import com.zaxxer.hikari.HikariDataSource;
import io.jinqiao.adapter.file.FileExchange;
import io.jinqiao.message.Digest;
import io.jinqiao.message.FileHead;
import io.jinqiao.message.FileKind;
import io.jinqiao.message.FileResult;
import io.jinqiao.message.IncomingFile;
import io.jinqiao.message.MessageId;
import io.jinqiao.message.PartnerId;
import io.jinqiao.message.RowSink;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/** A process that takes one file into the ledger and says how long it took and how much heap at most: arguments are address, user and password of the database, home, file. */
final class TakeFile {
    private TakeFile() {}

    private record OnDisk(Path file, FileExchange exchange) implements IncomingFile {
        @Override
        public PartnerId partner() {
            return BigFile.BANK;
        }

        @Override
        public FileKind kind() {
            return FileKind.REPAYMENT_STATUS;
        }

        @Override
        public MessageId id() {
            return new MessageId("file " + name());
        }

        @Override
        public String name() {
            return file.getFileName().toString();
        }

        @Override
        public Digest digest() {
            return Digest.of(new byte[0]);
        }

        @Override
        public long size() {
            return 0;
        }

        @Override
        public Instant receivedAt() {
            return LedgerHouse.NOW;
        }

        @Override
        public FileHead read(RowSink sink) {
            try (InputStream in = Files.newInputStream(file)) {
                return FileHead.of(exchange.request().read(in, null, sink).head(), kind(), List.of());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    public static void main(String[] args) {
        HikariDataSource database = new HikariDataSource();
        database.setJdbcUrl(args[0]);
        database.setUsername(args[1]);
        database.setPassword(args[2]);
        Path home = Path.of(args[3]);
        OnDisk file = new OnDisk(Path.of(args[4]), BigFile.exchange(home));
        try (database;
                LedgerHouse house = new LedgerHouse(database, home)) {
            long begun = System.nanoTime();
            FileResult[] result = new FileResult[1];
            house.in(repayments -> result[0] = repayments.file(file));
            long millis = (System.nanoTime() - begun) / 1_000_000;
            long heap = ManagementFactory.getMemoryPoolMXBeans().stream()
                    .filter(pool -> pool.getType() == MemoryType.HEAP)
                    .mapToLong(pool -> pool.getPeakUsage().getUsed())
                    .sum();
            System.out.println("took " + result[0].taken() + " " + millis + " " + (heap >> 20));
        }
    }
}
