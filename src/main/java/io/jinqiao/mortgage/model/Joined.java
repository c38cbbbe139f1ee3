package io.jinqiao.mortgage.model;

import java.util.Arrays;
import java.util.stream.Stream;

/** Several names or numbers in one text, as registries write them. */
final class Joined {
    private static final String BY = "[、,，;；/ ]";

    private Joined() {}

    static Stream<String> parts(String text) {
        return Arrays.stream(text.split(BY)).filter(part -> !part.isEmpty());
    }
}
