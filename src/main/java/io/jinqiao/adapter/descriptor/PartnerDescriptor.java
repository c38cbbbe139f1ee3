package io.jinqiao.adapter.descriptor;

import io.jinqiao.message.FileKind;
import io.jinqiao.message.Operation;
import io.jinqiao.message.PartnerId;
import java.nio.charset.Charset;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A partner's {@code adapter.yaml}, validated: placeholders are resolved, every reference inside the folder leads somewhere.
 *
 * @param title in English
 * @param chineseTitle in Chinese
 * @param charset of the wire
 * @param freshness how far a message's time stamp may lie from our clock, either way
 * @param answerBudget how long an answer at the counter may take
 * @param signing profiles by the name the wire uses for them, such as {@code SM2}
 * @param operations the agreed ones
 * @param files the agreed ones
 * @param materials null where files are named only
 * @param frame header before each message on a channel without frames of its own; null elsewhere
 */
public record PartnerDescriptor(
        PartnerId partner,
        String title,
        String chineseTitle,
        Role role,
        Environment environment,
        Specification specification,
        Charset charset,
        List<Channel> channels,
        Limits limits,
        Duration freshness,
        Duration answerBudget,
        RepeatAnswer repeatAnswer,
        ServiceHours serviceHours,
        Signing signing,
        Map<Operation, OperationRule> operations,
        Map<FileKind, FileRule> files,
        @Nullable MaterialRule materials,
        @Nullable FrameForm frame) {

    public enum Role {
        BANK,
        REGISTRY,
        CREDIT,
        SETTLEMENT
    }

    public enum Environment {
        SIM,
        UAT,
        PROD
    }

    /** What a partner gets for bytes it sent before: the stored bytes, or the stored reply in a new, newly signed envelope. */
    public enum RepeatAnswer {
        SAME_BYTES,
        REWRAPPED
    }

    /** The document the folder was written from. @param received ISO date */
    public record Specification(String title, String version, String received) {}

    public PartnerDescriptor {
        channels = List.copyOf(channels);
        operations = Map.copyOf(operations);
        files = Map.copyOf(files);
    }

    public Optional<OperationRule> operation(Operation operation) {
        return Optional.ofNullable(operations.get(operation));
    }

    /** Bytes the largest agreed request may have, either way. */
    public int largestRequest() {
        return operations.values().stream().mapToInt(OperationRule::maxRequest).reduce(limits.request(), Math::max);
    }

    /** Whether what we send is dropped as files, and answered by files. */
    public boolean answersAsFiles() {
        return channel(Channel.Direction.OUT).filter(out -> out.kind().equals("drop")).isPresent();
    }

    /** The first channel on which messages go this way. */
    public Optional<Channel> channel(Channel.Direction direction) {
        return channels.stream().filter(c -> c.direction() == direction).findFirst();
    }
}
