package io.jinqiao.adapter.samples;

import io.jinqiao.adapter.Folders;
import io.jinqiao.adapter.ShippedFolders;
import io.jinqiao.rulebook.Sources;
import io.jinqiao.workbench.samples.Sample;
import io.jinqiao.workbench.samples.SampleWriter;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The samples as they are shipped. */
final class ShippedSamples {
    private static final Folders FOLDERS = new Folders(new Sources(Path.of("."), ShippedSamples.class.getClassLoader()));

    private ShippedSamples() {}

    static Stream<Sample> all() {
        return FOLDERS.partners().stream().flatMap(ShippedSamples::of);
    }

    static Sample named(String partner, String name) {
        return of(partner).filter(s -> s.name().equals(name)).findFirst().orElseThrow();
    }

    static SampleWriter writer(String partner, String form) {
        return new SampleWriter(Path.of("adapters", partner, "samples"), ShippedFolders.dialect(partner), form);
    }

    private static Stream<Sample> of(String partner) {
        return Sample.of(ShippedFolders.dialect(partner), FOLDERS.files(partner)).stream();
    }
}
