package io.jinqiao.adapter.channel;

import io.jinqiao.adapter.Gateway;
import io.jinqiao.adapter.WireRequest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;

/**
 * One file is one message: its bytes go to the door like those of any channel, and the answer is a file whose name begins with {@code Rep} instead of
 * {@code Biz}. Who put it there nobody but its signature says.
 */
final class DropCourier implements Processor {
    private static final int PREFIX = "Biz".length();

    private final String partner;
    private final int limit;
    private final Gateway gateway;

    /** @param limit of a message in bytes; more is not read */
    DropCourier(String partner, int limit, Gateway gateway) {
        this.partner = partner;
        this.limit = limit;
        this.gateway = gateway;
    }

    @Override
    public void process(Exchange exchange) throws IOException {
        byte[] bytes = read(Path.of(exchange.getIn().getHeader("CamelFileAbsolutePath", String.class)));
        boolean truncated = bytes.length > limit;
        byte[] body = truncated ? Arrays.copyOf(bytes, limit) : bytes;
        WireRequest request = new WireRequest(partner, "", Map.of(), body, truncated, List.of(), null);
        exchange.getIn().setBody(gateway.receive(request).body());
        String name = exchange.getIn().getHeader(Exchange.FILE_NAME_ONLY, String.class);
        exchange.getIn().setHeader(Exchange.FILE_NAME, "Rep" + name.substring(PREFIX));
    }

    private byte[] read(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(limit + 1);
        }
    }
}
