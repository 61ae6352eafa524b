package io.github.milvusspring.data.connection;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

import io.github.milvusspring.data.model.MilvusServer;
import io.github.milvusspring.data.wire.ServerRequests;
import io.milvus.shaded.io.grpc.Channel;
import io.milvus.shaded.io.grpc.ClientInterceptors;
import io.milvus.shaded.io.grpc.ManagedChannel;
import io.milvus.v2.client.MilvusClientV2;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import org.springframework.dao.InvalidDataAccessResourceUsageException;

/**
 * An open connection to one database of a Milvus server: one channel for rows and for
 * administration.
 */
public final class MilvusConnection implements AutoCloseable {

	private static final Log LOG = LogFactory.getLog(MilvusConnection.class);

	private final ConnectionSettings settings;

	private final ManagedChannel managed;

	private final ConnectionWatch watch;

	private final MilvusServer server;

	private final MilvusExceptionTranslator translator;

	private final MilvusCalls calls;

	private final MilvusClientV2 client;

	private final CollectionChanges changes = new CollectionChanges();

	private MilvusConnection(ConnectionSettings settings, ManagedChannel managed, MilvusServer server,
			CallRecording recording) {
		this.settings = settings;
		this.managed = managed;
		this.server = server;
		this.watch = new ConnectionWatch(managed, settings.connectTimeout());
		Channel channel = this.watch.channel();
		this.translator = new MilvusExceptionTranslator(settings.address(), server.lite());
		this.calls = new MilvusCalls(channel, this.translator, server, this.changes,
				new CallRecorder(recording, database(), settings.address()));
		Channel administration = ClientInterceptors.intercept(channel, new ServerReasonInterceptor());
		this.client = new SharedChannelClient(administration, database());
	}

	/**
	 * Connects, waiting up to the connect time-out for a server that is still starting.
	 * Warns in the log when the credentials travel unencrypted to another machine.
	 * @param settings where the server is
	 * @return the open connection
	 * @throws MilvusUnreachableException when no server answers in time
	 * @throws org.springframework.dao.PermissionDeniedDataAccessException when the
	 * credentials are refused
	 * @throws InvalidDataAccessResourceUsageException when the database is not there
	 */
	public static MilvusConnection open(ConnectionSettings settings) {
		return open(settings, CallRecording.NONE);
	}

	/**
	 * Connects, as {@link #open(ConnectionSettings)} does.
	 * @param settings where the server is
	 * @param recording how the calls are recorded
	 * @return the open connection
	 * @throws MilvusUnreachableException when no server answers in time
	 */
	public static MilvusConnection open(ConnectionSettings settings, CallRecording recording) {
		if (settings.showsCredentials()) {
			LOG.warn("The credentials for Milvus at " + settings.address() + " travel unencrypted: use https:// in"
					+ " milvus.uri, or milvus.ssl, when the server has TLS");
		}
		ManagedChannel channel = ChannelFactory.open(settings);
		MilvusServer server;
		try {
			server = new Handshake(settings, new ConnectionWatch(channel, settings.connectTimeout()).channel())
				.server();
		}
		catch (RuntimeException ex) {
			channel.shutdownNow();
			throw new MilvusExceptionTranslator(settings.address(), false).translateConnecting(ex);
		}
		ConnectionSettings suited = server.lite() ? ChannelFactory.forLite(settings) : settings;
		if (!suited.equals(settings)) {
			channel.shutdownNow();
			channel = ChannelFactory.open(suited);
		}
		return new MilvusConnection(suited, channel, server, recording);
	}

	/**
	 * Returns the one place of all calls.
	 * @return the calls
	 */
	public MilvusCalls calls() {
		return this.calls;
	}

	/**
	 * Asks the server for its version: Milvus's {@code GetVersion}, the cheapest call.
	 * @param timeout the time within which the server must answer
	 * @return the version
	 * @throws org.springframework.dao.DataAccessException when the server does not answer
	 * in time, or cannot be reached
	 */
	public String ping(Duration timeout) {
		return this.calls.call(ServerRequests.version(), timeout).value();
	}

	/**
	 * Returns the name of the database.
	 * @return the configured name, {@code default} without one
	 */
	public String database() {
		String database = this.settings.database();
		return (database != null) ? database : "default";
	}

	/**
	 * Returns the SDK's client over the same channel, for administration.
	 * @return the client; closing it does not close this connection
	 */
	public MilvusClientV2 client() {
		return this.client;
	}

	/**
	 * Returns the translator of this connection's exceptions.
	 * @return the translator
	 */
	public MilvusExceptionTranslator exceptionTranslator() {
		return this.translator;
	}

	/**
	 * Returns which collections have changed since they were looked at.
	 * @return the changes that this connection knows of
	 */
	public CollectionChanges changes() {
		return this.changes;
	}

	/**
	 * Returns which server this is.
	 * @return its version, and whether it is Milvus Lite
	 */
	public MilvusServer server() {
		return this.server;
	}

	/**
	 * Returns what the server says its version is.
	 * @return for example {@code v2.6.4} or {@code milvus_lite-3.2.2}
	 */
	public String serverVersion() {
		return this.server.version();
	}

	/**
	 * Tells whether the server is Milvus Lite.
	 * @return {@code true} for Milvus Lite
	 */
	public boolean isLite() {
		return this.server.lite();
	}

	/**
	 * Closes the channel after up to 5 seconds in which calls under way may end; they end
	 * with an error then.
	 */
	@Override
	public void close() {
		this.managed.shutdown();
		long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(5);
		try {
			while (!this.managed.awaitTermination(20, TimeUnit.MILLISECONDS)) {
				// gRPC keeps a connection that was replaced for some seconds.
				if (!this.watch.hasCalls() || System.nanoTime() - end > 0) {
					this.managed.shutdownNow();
					return;
				}
			}
		}
		catch (InterruptedException ex) {
			this.managed.shutdownNow();
			Thread.currentThread().interrupt();
		}
	}

	@Override
	public String toString() {
		return "MilvusConnection to " + this.settings + " (" + serverVersion() + ")";
	}

}
