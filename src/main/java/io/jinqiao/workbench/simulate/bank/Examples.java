package io.jinqiao.workbench.simulate.bank;

import io.jinqiao.rulebook.Source;
import io.jinqiao.rulebook.Sources;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Answers to operations whose content the simulator does not read itself. */
interface Examples {

    Wire.Said answer(Wire.Asked asked) throws NotUnderstood;

    /** What the folder has: its stubs, or else its samples. @param work folder for the unpacked stubs */
    static Examples of(Family family, Wire wire, Sources sources, Path work) {
        String folder = "adapters/" + family.partner();
        if (!family.stubs()) {
            return new Samples(wire, sources, folder + "/samples", family.header());
        }
        for (String kind : List.of("mappings", "__files")) {
            Path target = work.resolve("stubs").resolve(kind);
            try {
                Files.createDirectories(target);
                for (Source source : sources.list(folder + "/stubs/" + kind)) {
                    Files.write(target.resolve(Path.of(source.name()).getFileName().toString()), source.bytes());
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return new Stubs(wire, work.resolve("stubs"));
    }
}
