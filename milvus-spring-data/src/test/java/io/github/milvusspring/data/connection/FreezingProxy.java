package io.github.milvusspring.data.connection;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A way to a server that can go silent without closing a connection, as a network or a
 * machine that has gone does.
 */
public final class FreezingProxy implements AutoCloseable {

	private final ServerSocket entrance;

	private final int target;

	private final List<Socket> sockets = new CopyOnWriteArrayList<>();

	private final CountDownLatch closed = new CountDownLatch(1);

	private final AtomicInteger accepted = new AtomicInteger();

	private volatile boolean silent;

	private volatile int frozenUpTo;

	private volatile CountDownLatch gate = new CountDownLatch(0);

	public FreezingProxy(int target) {
		this.target = target;
		try {
			this.entrance = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		start(this::accept);
	}

	private static void start(Runnable work) {
		Thread thread = new Thread(work, "freezing proxy");
		thread.setDaemon(true);
		thread.start();
	}

	public ConnectionSettings settings() {
		return ConnectionSettings.of("http://127.0.0.1:" + this.entrance.getLocalPort());
	}

	public int accepted() {
		return this.accepted.get();
	}

	/** Lets nothing through any more, on old and on new connections. */
	public void freeze() {
		this.silent = true;
		this.frozenUpTo = Integer.MAX_VALUE;
	}

	/** Lets new connections through; the frozen ones stay frozen. */
	public void heal() {
		this.frozenUpTo = this.accepted.get();
		this.silent = false;
	}

	/** Keeps everything that is sent from now on, until it is released. */
	public void hold() {
		this.gate = new CountDownLatch(1);
	}

	/** Passes on what was kept. */
	public void release() {
		this.gate.countDown();
	}

	/** Closes the connections that there are. */
	public void cut() {
		this.sockets.forEach(FreezingProxy::close);
	}

	private void accept() {
		while (!this.entrance.isClosed()) {
			try {
				Socket client = this.entrance.accept();
				this.sockets.add(client);
				int number = this.accepted.incrementAndGet();
				if (this.silent) {
					continue;
				}
				Socket server = new Socket(InetAddress.getLoopbackAddress(), this.target);
				this.sockets.add(server);
				start(() -> pump(number, client, server));
				start(() -> pump(number, server, client));
			}
			catch (IOException ex) {
				// The test ended, or there is no server just now.
			}
		}
	}

	private void pump(int number, Socket from, Socket to) {
		byte[] bytes = new byte[8_192];
		try (from; to) {
			InputStream in = from.getInputStream();
			OutputStream out = to.getOutputStream();
			for (int read = in.read(bytes); read >= 0; read = in.read(bytes)) {
				if (number <= this.frozenUpTo) {
					this.closed.await();
				}
				this.gate.await();
				out.write(bytes, 0, read);
			}
		}
		catch (IOException | InterruptedException ex) {
			// The connection ended.
		}
	}

	private static void close(Socket socket) {
		try {
			socket.close();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Override
	public void close() throws IOException {
		this.entrance.close();
		release();
		cut();
		this.closed.countDown();
	}

}
