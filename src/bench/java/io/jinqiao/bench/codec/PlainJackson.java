package io.jinqiao.bench.codec;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.lang.management.ManagementFactory;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * The peer of {@code bench codec}: Jackson binds the content of a loan application to a class written by hand, and writes it back.
 *
 * <p>Arguments: {@code json} or {@code xml}, a file with the content in UTF-8, seconds of CPU to measure. Prints {@code decode-micros
 * encode-micros same}, the last saying whether it writes what it read. Jackson's XML comes from a library of the bench's own.
 */
public final class PlainJackson {
    private static final int ROUNDS = 7;
    private static volatile Object kept;

    private PlainJackson() {}

    /** Our banks write characters their charset lacks by number; the peer writes text. */
    private static final Pattern REFERENCE = Pattern.compile("&#x([0-9A-F]+);");

    private static String character(MatchResult reference) {
        return Character.toString(Integer.parseInt(reference.group(1), 16));
    }

    private interface Step {
        Object run() throws Exception;
    }

    public static void main(String[] arguments) throws Exception {
        boolean xml = arguments[0].equals("xml");
        String text = Files.readString(Path.of(arguments[1]));
        double seconds = Double.parseDouble(arguments[2]);
        ObjectMapper mapper = xml ? xmlMapper() : new ObjectMapper();
        mapper.configOverride(BigDecimal.class).setFormat(JsonFormat.Value.forShape(JsonFormat.Shape.STRING));
        mapper.setSerializationInclusion(JsonInclude.Include.NON_NULL);
        mapper.enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
        Class<?> type = xml ? XmlApplication.class : JsonApplication.class;
        Object bound = mapper.readValue(text, type);
        boolean same = mapper.writeValueAsString(bound).equals(REFERENCE.matcher(text).replaceAll(PlainJackson::character));
        double decode = micros(() -> mapper.readValue(text, type), seconds);
        double encode = micros(() -> mapper.writeValueAsString(bound), seconds);
        System.out.println(decode + " " + encode + " " + same);
    }

    /** Without a library of XML on the product's class path there is no class to compile against. */
    private static ObjectMapper xmlMapper() throws ReflectiveOperationException {
        Class<?> type = Class.forName("com.fasterxml.jackson.dataformat.xml.XmlMapper");
        Object mapper = type.getDeclaredConstructor().newInstance();
        type.getMethod("setDefaultUseWrapper", boolean.class).invoke(mapper, false);
        return (ObjectMapper) mapper;
    }

    /** Best of several rounds, by the CPU time of this thread: the machine may be busy with others. */
    private static double micros(Step step, double seconds) throws Exception {
        double best = Double.MAX_VALUE;
        for (int round = 0; round < ROUNDS; round++) {
            long from = cpu();
            long count = 0;
            while (cpu() - from < seconds * 1e9 / ROUNDS) {
                for (int i = 0; i < 100; i++) {
                    kept = step.run();
                }
                count += 100;
            }
            best = Math.min(best, (cpu() - from) / 1000.0 / count);
        }
        return best;
    }

    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}
