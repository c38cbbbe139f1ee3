package io.jinqiao.adapter;

import io.jinqiao.adapter.codec.Dialect;
import io.jinqiao.adapter.file.FileExchange;
import io.jinqiao.message.FileKind;
import io.jinqiao.rulebook.Sources;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.function.UnaryOperator;

/** The folders as they are shipped, read once for all tests. */
public final class ShippedFolders {
    public static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-23T01:00:00Z"), ZoneOffset.UTC);

    /** Takes the default of every placeholder. */
    public static final UnaryOperator<String> DEFAULTS =
            text -> text.replaceAll("\\$\\{[^:}]+:([^}]*)}", "$1");

    private static final Folders.Read READ = read(Path.of("."));

    private ShippedFolders() {}

    public static Folders.Read read(Path home) {
        return new Folders(new Sources(home, ShippedFolders.class.getClassLoader())).read(DEFAULTS, CLOCK);
    }

    public static Dialect dialect(String partner) {
        if (!READ.problems().isEmpty()) {
            throw new AssertionError(READ.problems().toString());
        }
        return READ.dialects().get(partner);
    }

    public static FileExchange files(String partner) {
        dialect(partner);
        return READ.files().get(partner).get(FileKind.REPAYMENT_STATUS);
    }
}
