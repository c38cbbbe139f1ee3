package io.jinqiao.credit;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings {@code jinqiao.credit.*}; paths are relative to {@code jinqiao.home}.
 *
 * @param files directory in which files of records lie until they are delivered
 * @param out directory the Center's front-end machine takes files from; null: nothing is delivered, and nothing fetched
 * @param in directory it leaves answers in
 * @param recordsPerFile records after which a run begins another file of their type, 1 to 900,000: what is kept of them until the file is whole is memory
 */
@ConfigurationProperties("jinqiao.credit")
public record CreditProperties(@DefaultValue("credit/files") Path files, @Nullable Path out, @DefaultValue("credit/in") Path in, @DefaultValue("100000") int recordsPerFile) {
    private static final int MOST = 900_000;

    /** @throws IllegalArgumentException for another number of records */
    public CreditProperties {
        if (recordsPerFile < 1 || recordsPerFile > MOST) {
            throw new IllegalArgumentException("jinqiao.credit.records-per-file is 1 to " + MOST);
        }
    }
}
