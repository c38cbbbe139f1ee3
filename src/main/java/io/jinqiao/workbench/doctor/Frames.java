package io.jinqiao.workbench.doctor;

import io.jinqiao.adapter.codec.LengthPrefix;
import io.jinqiao.adapter.descriptor.FrameForm;
import io.jinqiao.adapter.descriptor.FrameForm.Counts;
import io.jinqiao.adapter.descriptor.PartnerDescriptor;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Headers before messages, and what the length in them counts. */
final class Frames {
    private static final int TLS_ALERT = 0x15;
    private static final int TLS_MAJOR = 3;

    private final PartnerDescriptor partner;
    private final FrameForm agreed;

    Frames(PartnerDescriptor partner) {
        this.partner = partner;
        this.agreed = Objects.requireNonNull(partner.frame());
    }

    LengthPrefix prefix(Counts counts) {
        return new LengthPrefix(new FrameForm(agreed.flag(), agreed.written(), agreed.width(), counts), partner.charset());
    }

    /** What the length of this whole frame counts; null when it counts none of the things it may. */
    @Nullable Counts counted(byte[] frame) {
        int header = prefix(agreed.counts()).headerLength();
        if (frame.length < header) {
            return null;
        }
        return Arrays.stream(Counts.values())
                .sorted((a, b) -> a == agreed.counts() ? -1 : b == agreed.counts() ? 1 : 0)
                .filter(counts -> prefix(counts).announced(frame) == frame.length - header)
                .findFirst()
                .orElse(null);
    }

    /** The same message with the length counted otherwise. */
    byte[] counting(Counts counts, byte[] frame) {
        return prefix(counts).bytes(new String(message(frame), partner.charset()));
    }

    byte[] message(byte[] frame) {
        int header = prefix(agreed.counts()).headerLength();
        return frame.length < header ? new byte[0] : Arrays.copyOfRange(frame, header, frame.length);
    }

    boolean startsLikeTls(byte[] frame) {
        return frame.length > 1 && frame[0] == TLS_ALERT && frame[1] == TLS_MAJOR;
    }

    /** The other things a length may count, by name. */
    Map<String, Counts> others() {
        Map<String, Counts> others = new LinkedHashMap<>();
        for (Counts counts : Counts.values()) {
            if (counts != agreed.counts()) {
                others.put(Forms.word(counts), counts);
            }
        }
        return others;
    }
}
