package school.tandem.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import school.tandem.Server;

/**
 * A network between a browser and Tandem that can be lost, for its service worker too: a browser
 * that only emulates being offline has let requests through.
 */
final class Wire implements AutoCloseable {

    private final Server server;
    private final ServerSocket entry;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile boolean cut;

    Wire(Server server) {
        this.server = server;
        try {
            entry = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.startVirtualThread(this::accept);
    }

    /** Where Tandem answers through it, without a slash at the end. */
    String url() {
        return "http://localhost:" + entry.getLocalPort();
    }

    void cut() {
        cut = true;
        open.forEach(Wire::close);
    }

    void mend() {
        cut = false;
    }

    private void accept() {
        while (!entry.isClosed()) {
            try {
                Socket near = entry.accept();
                open.add(near);
                if (cut) {
                    close(near);
                } else {
                    join(near);
                }
            } catch (IOException e) {
                // Closed, or Tandem is; a browser sees a network that is gone.
            }
        }
    }

    private void join(Socket near) throws IOException {
        Socket far = new Socket("localhost", URI.create(server.url()).getPort());
        open.add(far);
        pass(near, far);
        pass(far, near);
    }

    private void pass(Socket from, Socket to) {
        Thread.startVirtualThread(() -> {
            try (from;
                    to) {
                from.getInputStream().transferTo(to.getOutputStream());
            } catch (IOException e) {
                // The network is gone: that ends both ways.
            } finally {
                open.remove(from);
            }
        });
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            entry.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        cut();
    }
}
