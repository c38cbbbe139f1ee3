package io.jinqiao.workbench.simulate;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
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

/** Plain HTTP on the loopback interface, by which something that runs is given orders in words. Whoever asks is never left without an answer. */
public final class OrderPort implements AutoCloseable {

    /** Whoever carries orders out. */
    @FunctionalInterface
    public interface Obeys {
        /**
         * @param order such as {@code POST /calm}
         * @return what to say; null for an order nobody here knows
         * @throws IllegalArgumentException for an order that cannot be carried out, in a sentence
         */
        @Nullable String told(String order, Map<String, String> asked) throws IOException;
    }

    private final HttpServer server;
    private final Obeys obeys;
    private final String usage;

    private OrderPort(HttpServer server, Obeys obeys, String usage) {
        this.server = server;
        this.obeys = obeys;
        this.usage = usage;
    }

    /** @param port 0: any @param usage told to whoever gives an order nobody knows */
    public static OrderPort open(int port, String usage, Obeys obeys) {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
            OrderPort orders = new OrderPort(server, obeys, usage);
            server.createContext("/", orders::answer);
            server.start();
            return orders;
        } catch (BindException e) {
            throw OwnSocket.taken(port, "--control-port");
        } catch (IOException e) {
            throw new UncheckedIOException("cannot listen on control port " + port, e);
        }
    }

    public int port() {
        return server.getAddress().getPort();
    }

    private void answer(HttpExchange exchange) throws IOException {
        int status = 200;
        String text;
        try {
            String said = obeys.told(exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath(), query(exchange.getRequestURI().getRawQuery()));
            status = said == null ? 404 : 200;
            text = (said == null ? usage : said) + "\n";
        } catch (IllegalArgumentException | IOException e) { // whom it calls back may not be there
            status = 400;
            text = e.getMessage() + "\n";
        } catch (RuntimeException e) {
            status = 500;
            text = e + "\n";
        }
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "text/plain; charset=UTF-8");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
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
