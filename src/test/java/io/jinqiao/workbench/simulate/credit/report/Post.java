package io.jinqiao.workbench.simulate.credit.report;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Sends files to a Center of 1 October 2026, each under a serial number of its own. */
final class Post {
    static final Clock CLOCK = Clock.fixed(Instant.parse("2026-10-01T08:30:00Z"), ZoneOffset.UTC);
    private static final String DAY = "20261001";

    final ReportingDesk desk;
    private final ReportSettings settings;
    private int serial;

    Post(ReportingDesk desk, ReportSettings settings) {
        this.desk = desk;
        this.settings = settings;
    }

    static Post to(ReportSettings settings) {
        return new Post(ReportingDesk.inMemory(settings, CLOCK), settings);
    }

    static Post plain() {
        return to(ReportSettings.plain());
    }

    String name(String type) {
        return String.format("D19999999H0001%s%s0%03d0.txt", DAY, type, ++serial);
    }

    static String text(String type, List<Line> lines) {
        String head = String.format("A050%s2.0.0  D19999999H0001%s0830000%07d", type, DAY, lines.size());
        return head + lines.stream().map(line -> "\r\n" + line.xml()).collect(Collectors.joining());
    }

    /** @return the one answer */
    Feedback send(Line... lines) {
        String type = lines[0].type();
        return send(name(type), ReportingDesk.wrapped(text(type, Arrays.asList(lines)).getBytes(StandardCharsets.UTF_8), settings));
    }

    Feedback send(String name, byte[] bytes) {
        List<Feedback> answers = desk.deliver(name, bytes);
        if (answers.size() != 1) {
            throw new IllegalStateException(answers.size() + " answers");
        }
        return answers.get(0);
    }

    /** What has to be taken, or nothing that follows means anything. */
    Post taken(Line... lines) {
        for (Line line : lines) {
            Feedback feedback = send(line);
            if (feedback.flag() != '1') {
                throw new IllegalStateException(feedback.codes() + " " + line.xml());
            }
        }
        return this;
    }
}
