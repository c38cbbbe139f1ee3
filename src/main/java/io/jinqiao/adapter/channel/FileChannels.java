package io.jinqiao.adapter.channel;

import io.jinqiao.adapter.Catalogue;
import io.jinqiao.adapter.FileDoor;
import io.jinqiao.adapter.codec.Dialect;
import io.jinqiao.adapter.descriptor.FileRule;
import io.jinqiao.adapter.descriptor.PartnerDescriptor;
import io.jinqiao.adapter.file.FileForm;
import io.jinqiao.adapter.file.NamePattern;
import io.jinqiao.message.PartnerId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.apache.camel.CamelContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Opens the places the partners' folders name for files. Whatever cannot be opened stops the start. */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
class FileChannels implements ApplicationRunner {
    private static final Logger LOG = LoggerFactory.getLogger(FileChannels.class);

    private final CamelContext camel;
    private final Catalogue catalogue;
    private final FileDoor door;
    private final FilePlaces places;
    private final Clock clock;
    private final Path home;

    FileChannels(
            CamelContext camel, Catalogue catalogue, FileDoor door, FilePlaces places, Clock clock, @Value("${jinqiao.home:.}") Path home) {
        this.clock = clock;
        this.camel = camel;
        this.catalogue = catalogue;
        this.door = door;
        this.places = places;
        this.home = home.toAbsolutePath().normalize();
    }

    @Override
    public void run(ApplicationArguments arguments) throws Exception {
        if (!places.open()) {
            LOG.info("files with partners are not looked for; jinqiao.files.open=true opens them");
            return;
        }
        for (Dialect dialect : catalogue.all()) {
            PartnerId partner = dialect.descriptor().partner();
            for (FileRule rule : dialect.descriptor().files().values()) {
                open(dialect.descriptor(), rule, Objects.requireNonNull(catalogue.files(partner).get(rule.kind())).request().form());
            }
        }
    }

    private void open(PartnerDescriptor descriptor, FileRule rule, FileForm form) throws Exception {
        String partner = descriptor.partner().value();
        String name = partner + "-" + rule.kind().id();
        camel.getRegistry().bind("file-courier-" + name, new FileCourier(partner, rule.kind(), form, door));
        FileRule.Server server = rule.server();
        if (server != null) {
            camel.getRegistry().bind("file-hours-" + name, new FileHours(partner, descriptor.serviceHours(), clock));
            camel.getRegistry().bind("sftp-key-" + name, key(partner, server));
            camel.getRegistry().bind("sftp-host-" + name, knownHost(server));
        }
        if (server == null) {
            camel.getRegistry().bind("file-regular-" + name, new RegularFiles(partner, form));
        }
        String way = server == null ? "directory" : "sftp";
        camel.addRouteFromTemplate("file-out-" + name, way + "-out", out(partner, rule));
        camel.addRouteFromTemplate("file-in-" + name, way + "-in", in(partner, rule, form));
        LOG.info("{} of {}: looking every {} into {}", rule.kind().id(), partner, rule.every(), way);
    }

    private Map<String, Object> out(String partner, FileRule rule) {
        Map<String, Object> parameters = common(partner, rule);
        parameters.put("directory", directory(rule, rule.results()));
        return parameters;
    }

    private Map<String, Object> in(String partner, FileRule rule, FileForm form) {
        Map<String, Object> parameters = common(partner, rule);
        parameters.put("directory", directory(rule, rule.inbox()));
        parameters.put("include", form.name().expression());
        parameters.put("every", rule.every().toMillis());
        NamePattern marker = form.completion().marker();
        if (marker != null) {
            parameters.put("marker", marker.write(Map.of("name", "${file:name}")));
        }
        if (rule.server() != null) {
            parameters.put("work", home.resolve(places.work()).resolve(partner).toString());
        }
        return parameters;
    }

    private static Map<String, Object> common(String partner, FileRule rule) {
        Map<String, Object> parameters = new HashMap<>(Map.of("partner", partner, "kind", rule.kind().id()));
        if (rule.server() != null) {
            parameters.put("user", rule.server().user());
            parameters.put("address", rule.server().address());
        }
        return parameters;
    }

    private String directory(FileRule rule, String directory) {
        return rule.server() == null ? home.resolve(directory).toString() : directory;
    }

    private byte[] key(String partner, FileRule.Server server) throws IOException {
        Path file = places.keys().get(server.ourKey());
        if (file == null) {
            throw new IllegalStateException("files of " + partner + " need the key " + server.ourKey() + ": set jinqiao.files.keys." + server.ourKey());
        }
        return Files.readAllBytes(home.resolve(file));
    }

    /** A line of {@code known_hosts}; a port other than 22 stands there with the name in brackets. */
    private static byte[] knownHost(FileRule.Server server) {
        int colon = server.address().lastIndexOf(':');
        String host = server.address().substring(0, colon);
        String port = server.address().substring(colon + 1);
        String name = port.equals("22") ? host : "[" + host + "]:" + port;
        return (name + " " + server.hostKey() + "\n").getBytes(StandardCharsets.US_ASCII);
    }
}
