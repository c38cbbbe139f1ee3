package io.jinqiao.adapter.samples;

import io.jinqiao.adapter.ShippedFolders;
import io.jinqiao.adapter.WireRequest;
import io.jinqiao.adapter.codec.Dialect;
import io.jinqiao.adapter.codec.Framed;
import io.jinqiao.adapter.codec.Unsigned;
import io.jinqiao.adapter.codec.WireCall;
import io.jinqiao.message.CanonicalJson;
import io.jinqiao.message.CanonicalMessage;
import io.jinqiao.message.Content;
import io.jinqiao.message.MessageId;
import io.jinqiao.message.Operation;
import io.jinqiao.message.Reply;
import io.jinqiao.message.StatusEnquiry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes the sample files of one partner, signed with the published key; its numbers and times are fixed, its signatures are not. */
final class SampleWriter {
    private static final Instant START = Instant.parse("2026-11-23T01:00:00Z");

    private final Path folder;
    private final Dialect centre;
    private int count;

    SampleWriter(Path home, String partner) {
        this.folder = home.resolve("adapters").resolve(partner).resolve("samples");
        this.centre = ShippedFolders.dialect(partner);
    }

    /** A message and its answer. */
    void exchange(String name, boolean centreSpeaks, CanonicalMessage message, Reply reply) {
        Request request = request(centreSpeaks, message, Map.of());
        write(name, ".canonical.json", pretty(message.content()));
        write(name, request);
        answer(name, centreSpeaks, request, reply);
    }

    /** A message whose content was changed on the wire, answered by whoever reads it. */
    void faulty(String name, CanonicalMessage message, Map<String, String> changes) {
        Request request = request(false, message, changes);
        write(name, request);
        Framed framed = centre.open(request.wire());
        try {
            centre.decode(framed);
            throw new IllegalStateException(name + " is not faulty");
        } catch (io.jinqiao.message.Refusal refusal) {
            answer(name, false, request, new Reply.Rejected(refusal.problems()));
        }
    }

    private record Request(String path, Unsigned unsigned, String signature, WireCall call) {
        WireRequest wire() {
            return new WireRequest("", path, Map.of(), call.body(), false, List.of(), null);
        }
    }

    private Request request(boolean centreSpeaks, CanonicalMessage message, Map<String, String> changes) {
        Dialect speaker = centreSpeaks ? centre : centre.mirrored();
        count++;
        String id = centreSpeaks ? String.format("01JDB8W0M0JQ00000000%06d", count) : String.format("ICBC20261123%010d", count);
        Unsigned unsigned = speaker.request(message, new MessageId(id), START.plusSeconds(count * 60L));
        for (Map.Entry<String, String> change : changes.entrySet()) {
            unsigned = changed(unsigned, change.getKey(), change.getValue());
        }
        String signature = VectorKey.sign(unsigned.signingInput(), userId(centreSpeaks));
        WireCall call = speaker.finishRequest(unsigned, signature);
        return new Request(call.path(), unsigned, signature, call);
    }

    private static Unsigned changed(Unsigned unsigned, String from, String to) {
        String input = new String(unsigned.signingInput(), StandardCharsets.UTF_8);
        if (!input.contains(from)) {
            throw new IllegalStateException("nothing to change: " + from);
        }
        Map<String, String> parts = new LinkedHashMap<>();
        unsigned.parts().forEach((name, text) -> parts.put(name, text.replace(from, to)));
        byte[] bytes = input.replace(from, to).getBytes(StandardCharsets.UTF_8);
        return new Unsigned(unsigned.operation(), unsigned.signType(), bytes, parts);
    }

    private void answer(String name, boolean centreSpeaks, Request request, Reply reply) {
        Dialect listener = centreSpeaks ? centre.mirrored() : centre;
        Framed framed = listener.open(request.wire());
        Unsigned unsigned = framed.operation() == Operation.STATUS_ENQUIRY
                ? listener.answerEnquiry(framed, original(listener, framed), reply, framed.id(), START)
                : listener.answer(framed, reply, framed.id(), START);
        String signature = VectorKey.sign(unsigned.signingInput(), userId(!centreSpeaks));
        write(name, ".reply.canonical.json", pretty(Replies.write(reply)));
        write(name, ".reply.signing-input", unsigned.signingInput());
        write(name, ".reply.json", listener.finishAnswer(unsigned, signature).body());
    }

    private static Operation original(Dialect listener, Framed framed) {
        return ((StatusEnquiry) listener.decode(framed)).originalOperation();
    }

    private String userId(boolean centreSpeaks) {
        var profile = centre.descriptor().signing().own().profile();
        return centreSpeaks ? profile.ourUserId() : profile.theirUserId();
    }

    private void write(String name, Request request) {
        write(name, ".signing-input", request.unsigned().signingInput());
        write(name, ".request.json", request.call().body());
    }

    private void write(String name, String ending, byte[] bytes) {
        try {
            Files.createDirectories(folder);
            Files.write(folder.resolve(name + ending), bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] pretty(Content.Group content) {
        try {
            var json = new com.fasterxml.jackson.databind.ObjectMapper();
            String text = json.writerWithDefaultPrettyPrinter().writeValueAsString(json.readTree(CanonicalJson.write(content)));
            return (text + "\n").getBytes(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
