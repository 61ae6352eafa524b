package io.github.milvusspring.server;

import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.opentest4j.TestAbortedException;

/**
 * Manages the only full server of a test run. It is started for the first test that
 * requests it, restarted for a test that requests other options, and stopped after the
 * last test.
 */
public final class FullServers implements AutoCloseable {

	private @Nullable FullServer running;

	private @Nullable FullServerUnavailableException unavailable;

	private FullServers() {
	}

	/**
	 * Returns the running server, and starts or restarts it if necessary.
	 * @param context the context of the test
	 * @param options the options that the server must have
	 * @return the server
	 * @throws TestAbortedException if there is no server for this machine
	 */
	public static FullServer running(ExtensionContext context, FullServerOptions options) {
		FullServers servers = context.getRoot()
			.getStore(ExtensionContext.Namespace.create(FullServers.class))
			.getOrComputeIfAbsent(FullServers.class, (type) -> new FullServers(), FullServers.class);
		return Objects.requireNonNull(servers).with(options);
	}

	private synchronized FullServer with(FullServerOptions options) {
		if (this.unavailable != null) {
			throw new TestAbortedException(this.unavailable.getMessage());
		}
		FullServer server = this.running;
		if (server != null && server.options().equals(options) && server.isRunning()) {
			return server;
		}
		close();
		try {
			server = FullServer.start(options);
			this.running = server;
			return server;
		}
		catch (FullServerUnavailableException ex) {
			this.unavailable = ex;
			throw new TestAbortedException(ex.getMessage(), ex);
		}
	}

	@Override
	public synchronized void close() {
		if (this.running != null) {
			this.running.close();
			this.running = null;
		}
	}

}
