package io.jinqiao.workbench.simulate;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.jinqiao.message.Operation;
import io.jinqiao.workbench.simulate.bank.OwnRegistry;
import io.jinqiao.workbench.simulate.bank.files.FileSide;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Plain HTTP on the loopback interface, by which a running simulator is told how to behave and asked what it wrote:
 * {@code POST /behave?as=silent[&operation=approval-opinion][&key=SP001][&times=1]}, {@code POST /calm}, {@code GET /ledger}; of files
 * {@code POST /file?as=late-marker[&rows=3][&day=2026-11-25]}, {@code POST /server?as=no-rights}, {@code GET /verdicts}.
 */
final class ControlPort implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    /** A file is invented in memory, while the port answers nobody else. */
    private static final int MOST_ROWS = 100_000;
    private static final int MOST_TIMES = 1_000_000;

    /** An order nobody here knows. */
    private static final class NoSuchOrder extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NoSuchOrder(String usage) {
            super(usage);
        }
    }

    private final HttpServer server;
    private final SimulatedPartner bank;
    private final @Nullable FileSide files;

    private ControlPort(HttpServer server, SimulatedPartner bank, @Nullable FileSide files) {
        this.server = server;
        this.bank = bank;
        this.files = files;
    }

    static ControlPort open(int port, SimulatedPartner bank) {
        return open(port, bank, null);
    }

    /** @param files null where it plays no files */
    static ControlPort open(int port, SimulatedPartner bank, @Nullable FileSide files) {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
            ControlPort control = new ControlPort(server, bank, files);
            server.createContext("/", control::answer);
            server.start();
            return control;
        } catch (BindException e) {
            throw OwnSocket.taken(port, "--control-port");
        } catch (IOException e) {
            throw new UncheckedIOException("cannot listen on control port " + port, e);
        }
    }

    int port() {
        return server.getAddress().getPort();
    }

    String usage() {
        return "curl -X POST 'http://localhost:" + port() + "/behave?as=silent&operation=approval-opinion&times=1'";
    }

    private void answer(HttpExchange exchange) throws IOException {
        int status = 200;
        String text;
        try {
            text = told(exchange);
        } catch (NoSuchOrder e) {
            status = 404;
            text = e.getMessage() + "\n";
        } catch (IllegalArgumentException | IOException e) { // whom it calls back may not be there
            status = 400;
            text = e.getMessage() + "\n";
        } catch (RuntimeException e) { // whoever asks is never left without an answer
            status = 500;
            text = e + "\n";
        }
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "text/plain; charset=UTF-8");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private String told(HttpExchange exchange) throws IOException {
        Map<String, String> asked = query(exchange.getRequestURI().getRawQuery());
        return switch (exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath()) {
            case "GET /ledger" -> JSON.writeValueAsString(bank.ledger().entries()) + "\n";
            case "POST /calm" -> {
                bank.moods().calm();
                yield "calm\n";
            }
            case "POST /behave" -> {
                bank.moods().order(operation(asked), asked.get("key"), RegistryOrders.word(Behaviour.class, asked), Asked.number(asked, "times", Integer.MAX_VALUE, MOST_TIMES));
                yield "ok\n";
            }
            case "POST /file" -> files().offer(
                            RegistryOrders.word(FileBehaviour.class, asked),
                            Asked.day(asked),
                            Asked.number(asked, "rows", 3, MOST_ROWS))
                    + "\n";
            case "POST /server" -> {
                files().behave(RegistryOrders.word(FileBehaviour.class, asked));
                yield "ok\n";
            }
            case "GET /verdicts" -> JSON.writeValueAsString(files().verdicts()) + "\n";
            default -> ofTheRegistry(exchange, asked);
        };
    }

    private String ofTheRegistry(HttpExchange exchange, Map<String, String> asked) throws IOException {
        boolean registry = bank instanceof OwnRegistry && exchange.getRequestMethod().equals("POST");
        String done = registry ? new RegistryOrders((OwnRegistry) bank).told(exchange.getRequestURI().getPath(), asked) : null;
        if (done == null) {
            throw new NoSuchOrder("POST /behave?as=…, POST /calm, GET /ledger, POST /file?as=…, POST /server?as=…, GET /verdicts" + (bank instanceof OwnRegistry ? ", " + RegistryOrders.USAGE : ""));
        }
        return done + "\n";
    }

    private static @Nullable Operation operation(Map<String, String> asked) {
        return asked.containsKey("operation") ? Operation.of(asked.get("operation")) : null;
    }

    private FileSide files() {
        if (files == null) {
            throw new IllegalArgumentException("no files are played here");
        }
        return files;
    }

    private static Map<String, String> query(@Nullable String raw) {
        Map<String, String> query = new HashMap<>();
        for (String part : raw == null ? new String[0] : raw.split("&")) {
            int equals = part.indexOf('=');
            if (equals > 0) {
                query.put(part.substring(0, equals), URLDecoder.decode(part.substring(equals + 1), StandardCharsets.UTF_8));
            }
        }
        return query;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
