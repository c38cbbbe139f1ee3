package io.jinqiao.credit.record;

import java.util.Set;

/**
 * Who reports (数据提供机构).
 *
 * @param segment the code in names of files and identifiers (数据提供机构区段码), 14 characters
 * @param segments every such code of the provider, {@code segment} among them
 * @param offices codes of its head office and branches (业务管理机构), 14 characters each
 */
public record Reporter(String segment, Set<String> segments, Set<String> offices) {
    static final int LENGTH = 14;

    public Reporter {
        segments = Set.copyOf(segments);
        offices = Set.copyOf(offices);
        if (!segments.contains(segment) || segment.length() != LENGTH) {
            throw new IllegalArgumentException("the code of the provider has " + LENGTH + " characters and is one of its own");
        }
    }

    boolean owns(String code) {
        return segments.contains(code);
    }
}
