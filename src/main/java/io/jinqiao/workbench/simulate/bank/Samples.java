package io.jinqiao.workbench.simulate.bank;

import io.jinqiao.rulebook.Source;
import io.jinqiao.rulebook.Sources;
import java.util.Arrays;
import java.util.List;

/** A folder's samples of answers, where it has no stubs: the content of the first accepted one, under the number of the request. */
final class Samples implements Examples {
    private final Wire wire;
    private final Sources sources;
    private final String folder;
    private final int header;

    /** @param header bytes before a message in a sample's file */
    Samples(Wire wire, Sources sources, String folder, int header) {
        this.wire = wire;
        this.sources = sources;
        this.folder = folder;
        this.header = header;
    }

    @Override
    public Wire.Said answer(Wire.Asked asked) throws NotUnderstood {
        for (Source source : sources.list(folder)) {
            String name = source.name().substring(source.name().lastIndexOf('/') + 1);
            if (name.startsWith(asked.operation().id() + ".") && name.matches(".*\\.reply\\.(frame|body)")) {
                byte[] bytes = source.bytes();
                Wire.Heard heard = wire.hear(new Packet("", "", Arrays.copyOfRange(bytes, header, bytes.length)));
                if (wire.done(heard.code())) {
                    return new Wire.Said(Outcome.DONE, heard.content(), List.of(), null);
                }
            }
        }
        throw new NotUnderstood(Outcome.REFUSED, asked.id(), "", "没有应答样例 / no sample answers " + asked.operation().id());
    }
}
