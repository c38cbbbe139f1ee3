package io.jinqiao.adapter.fuzzing;

import io.jinqiao.adapter.ShippedFolders;
import io.jinqiao.adapter.WireRequest;
import io.jinqiao.adapter.channel.FrameReading;
import io.jinqiao.adapter.codec.Dialect;
import io.jinqiao.adapter.codec.Framed;
import io.jinqiao.adapter.codec.FramedReply;
import io.jinqiao.adapter.file.FileExchange;
import io.jinqiao.adapter.file.FileRefusal;
import io.jinqiao.message.FileRow;
import io.jinqiao.message.MessageId;
import io.jinqiao.message.Operation;
import io.jinqiao.message.Problem;
import io.jinqiao.message.Refusal;
import io.jinqiao.message.RowSink;
import io.jinqiao.rulebook.Source;
import io.jinqiao.workbench.check.SampleName;
import io.jinqiao.workbench.samples.Sample;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * One of the readers that are given strangers' bytes. Whatever comes, it reads them or refuses them; anything else it throws is a fault.
 *
 * @param seeds good bytes, where it starts from
 */
record WireTarget(String name, List<byte[]> seeds, Consumer<byte[]> reader) {
    private static final RowSink NOBODY = new RowSink() {
        @Override
        public void row(FileRow row) {
            row.content();
        }

        @Override
        public void refused(long line, List<Problem> problems) {
            problems.forEach(problem -> problem.text(java.util.Locale.CHINESE));
        }
    };

    void read(byte[] bytes) {
        try {
            reader.accept(bytes);
        } catch (Refusal refusal) {
            refusal.problems().forEach(problem -> problem.text(java.util.Locale.ENGLISH));
        } catch (FileRefusal refusal) {
            refusal.problems().forEach(told -> told.problem().text(java.util.Locale.ENGLISH));
        }
    }

    static List<WireTarget> all() {
        List<WireTarget> all = new ArrayList<>();
        for (String partner : List.of("icbc", "abc", "ccb", "psbc")) {
            Dialect centre = ShippedFolders.dialect(partner);
            List<Sample> samples = Sample.of(centre, folder(partner)).stream().filter(sample -> !sample.centreSpeaks()).toList();
            all.add(requests(partner, centre, samples));
            all.add(replies(partner, centre, samples, Operation.DISBURSEMENT_INSTRUCTION));
            all.add(file(partner));
        }
        all.add(contents());
        for (String partner : List.of("registry", "registry-xml")) {
            Dialect centre = ShippedFolders.dialect(partner);
            List<Sample> samples = Sample.of(centre, folder(partner)).stream().filter(sample -> !sample.centreSpeaks()).toList();
            all.add(requests(partner, centre, samples));
            all.add(replies(partner, centre, samples, Operation.REGISTRATION_APPLICATION));
        }
        all.add(registryContents());
        all.add(registryAnswers());
        all.add(insideAnEnvelope());
        all.add(new WireTarget("tcp-frames", all.get(3).seeds(), FrameReading::read));
        return all;
    }

    static WireTarget named(String name) {
        return all().stream().filter(target -> target.name().equals(name)).findFirst().orElseThrow();
    }

    /** Where the operation stands in the path, only that of the loan application is knocked at. */
    private static WireTarget requests(String partner, Dialect centre, List<Sample> samples) {
        boolean byPath = samples.stream().map(sample -> path(centre, sample)).distinct().count() > 1;
        List<Sample> taken = samples.stream().filter(sample -> !byPath || sample.name().matches("(loan-application|registration-entry)[.].*")).toList();
        String path = path(centre, taken.get(0));
        return new WireTarget(partner + "-request", taken.stream().map(Sample::requestBytes).toList(), bytes -> {
            Framed framed = centre.open(new WireRequest(partner, path, Map.of(), bytes, false, List.of(), null));
            if (framed.sealed() == null) {
                centre.decode(framed);
            }
        });
    }

    /** A document that travels as a text, damaged before it is put into its envelope. */
    private static WireTarget insideAnEnvelope() {
        Dialect centre = ShippedFolders.dialect("registry-xml");
        List<Sample> samples = Sample.of(centre, folder("registry-xml")).stream().filter(sample -> !sample.centreSpeaks() && !sample.faulty()).toList();
        String path = path(centre, samples.get(0));
        String soap = new String(samples.get(0).requestBytes(), StandardCharsets.UTF_8);
        int from = soap.indexOf("<s:message>") + "<s:message>".length();
        int to = soap.indexOf("</s:message>");
        return new WireTarget("registry-xml-document", samples.stream().map(sample -> sample.bytes(".signing-input")).toList(), bytes -> {
            String text = new String(bytes, StandardCharsets.ISO_8859_1).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
            byte[] whole = (soap.substring(0, from) + text + soap.substring(to)).getBytes(StandardCharsets.ISO_8859_1);
            centre.decode(centre.open(new WireRequest("registry-xml", path, Map.of(), whole, false, List.of(), null)));
        });
    }

    private static String path(Dialect centre, Sample sample) {
        return SampleName.of(sample.name()).path(centre.descriptor());
    }

    private static WireTarget replies(String partner, Dialect centre, List<Sample> samples, Operation asked) {
        return new WireTarget(partner + "-reply", samples.stream().map(Sample::replyBytes).toList(), bytes -> {
            FramedReply framed = centre.openReply(200, Map.of(), bytes);
            if (framed.sealed() == null) {
                centre.decodeReply(asked, new MessageId("FUZZ1"), framed);
            }
        });
    }

    /** What lies inside a digital envelope, once it is open. */
    private static WireTarget contents() {
        Dialect centre = ShippedFolders.dialect("psbc");
        Sample sample = Sample.of(centre, folder("psbc")).stream()
                .filter(s -> s.name().startsWith("loan-application.") && !s.faulty())
                .findFirst()
                .orElseThrow();
        Framed framed = centre.open(new WireRequest("psbc", path(centre, sample), Map.of(), sample.requestBytes(), false, List.of(), null));
        return new WireTarget("psbc-content", List.of(sample.bytes(".plain")), bytes -> centre.decode(centre.unsealed(framed, bytes)));
    }

    /** What a registry seals when it calls back: read as each of its notices, whose paths say which it is. */
    private static WireTarget registryContents() {
        Dialect centre = ShippedFolders.dialect("registry");
        List<Sample> told = Sample.of(centre, folder("registry")).stream()
                .filter(sample -> !sample.faulty() && !sample.centreSpeaks() && sample.name().matches("registration-(status|entry|certificate)[.].*"))
                .toList();
        List<Framed> opened = told.stream()
                .filter(sample -> sample.name().matches(".*[.](accepted|mortgage|proof)"))
                .map(sample -> centre.open(new WireRequest("registry", path(centre, sample), Map.of(), sample.requestBytes(), false, List.of(), null)))
                .toList();
        return new WireTarget("registry-content", told.stream().map(sample -> sample.bytes(".plain")).toList(), each(opened, (framed, bytes) -> centre.decode(centre.unsealed(framed, bytes))));
    }

    /** What a registry seals when it answers: read as the answer to each question it may be asked. */
    private static WireTarget registryAnswers() {
        Dialect centre = ShippedFolders.dialect("registry");
        List<Sample> answers = Sample.of(centre, folder("registry")).stream()
                .filter(sample -> !sample.faulty() && sample.centreSpeaks() && !sample.name().startsWith("status-enquiry"))
                .toList();
        FramedReply opened = centre.openReply(200, Map.of(), answers.get(0).replyBytes());
        List<Operation> asked = answers.stream().map(sample -> SampleName.of(sample.name()).operation()).distinct().toList();
        return new WireTarget("registry-answer", answers.stream().map(sample -> sample.bytes(".reply.plain")).toList(), each(asked, (operation, bytes) ->
                centre.decodeReply(operation, null, centre.unsealed(opened, bytes))));
    }

    /** A refusal by one of them is no end: the others read on. */
    private static <T> Consumer<byte[]> each(List<T> of, BiConsumer<T, byte[]> reader) {
        return bytes -> {
            Refusal last = null;
            for (T one : of) {
                try {
                    reader.accept(one, bytes);
                } catch (Refusal refusal) {
                    last = refusal;
                }
            }
            if (last != null) {
                throw last;
            }
        };
    }

    private static WireTarget file(String partner) {
        FileExchange exchange = ShippedFolders.files(partner);
        List<byte[]> seeds = new ArrayList<>();
        folder(partner).forEach((path, source) -> {
            if (path.matches("files/samples/.*\\.request\\.(txt|DAT|xml|csv)")) {
                seeds.add(source.bytes());
            }
        });
        return new WireTarget(partner + "-file", seeds, bytes -> exchange.request().read(new ByteArrayInputStream(bytes), "0".repeat(64), NOBODY));
    }

    private static Map<String, Source> folder(String partner) {
        Path root = Path.of("adapters", partner);
        Map<String, Source> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(root)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                files.put(root.relativize(file).toString(), new Source(file.toString(), "adapters", Files.readAllBytes(file)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files;
    }

    @Override
    public String toString() {
        return name;
    }
}
