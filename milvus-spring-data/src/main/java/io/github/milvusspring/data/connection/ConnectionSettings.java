package io.github.milvusspring.data.connection;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Locale;

import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.TrustManagerFactory;

import io.github.milvusspring.data.model.Durations;
import io.github.milvusspring.data.model.MilvusNames;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * The address of a Milvus server and the settings of the connection to it.
 * {@link #toString()} contains no credentials.
 *
 * @param host the host name or address
 * @param port the port
 * @param secure whether to use TLS
 * @param credentials a token, or {@code user:password}; {@code null} for none
 * @param database the database, {@code null} for the default one
 * @param connectTimeout how long to wait for the server at start, and for a new
 * connection that replaces a lost one
 * @param timeout the time-out of a call that sets none itself, {@code null} to wait
 * forever
 * @param keepAliveTime how long a connection may be silent during a call before it is
 * checked; {@code null} for 10 seconds, or 330 seconds with Milvus Lite
 * @param keepAliveTimeout how long such a check may take; {@code null} for 5 seconds, or
 * 20 seconds with Milvus Lite
 * @param keys the client's own certificate, {@code null} for none
 * @param trust the certificates to trust, {@code null} for those of the JVM
 */
public record ConnectionSettings(String host, int port, boolean secure, @Nullable String credentials,
		@Nullable String database, Duration connectTimeout, @Nullable Duration timeout,
		@Nullable Duration keepAliveTime, @Nullable Duration keepAliveTimeout, @Nullable KeyManagerFactory keys,
		@Nullable TrustManagerFactory trust) {

	private static final int MILVUS_PORT = 19530;

	private static final int HTTPS_PORT = 443;

	private static final int LARGEST_PORT = 65_535;

	public ConnectionSettings {
		Assert.notNull(host, "Host must not be null");
		Assert.notNull(connectTimeout, "Connect timeout must not be null");
		database = (database != null && !database.isBlank()) ? MilvusNames.require("database", database) : null;
		Durations.requirePositive("milvus.connect-timeout", connectTimeout);
		Durations.requirePositive("milvus.timeout", timeout);
		Durations.requirePositive("milvus.keep-alive-time", keepAliveTime);
		Durations.requirePositive("milvus.keep-alive-timeout", keepAliveTimeout);
	}

	/**
	 * Reads an address such as {@code http://localhost:19530},
	 * {@code https://user:password@host/database} or {@code host:19530}.
	 * @param address the address; it must start with {@code http://} or {@code https://}
	 * when it contains a user
	 * @return the settings, with the defaults for everything that the address does not
	 * contain
	 * @throws IllegalArgumentException when the address cannot be read
	 */
	public static ConnectionSettings of(String address) {
		Assert.notNull(address, "Address must not be null");
		if (!address.contains("://") && address.contains("@")) {
			throw illegalAddress();
		}
		String text = address.contains("://") ? address : "http://" + address;
		URI uri;
		try {
			uri = URI.create(text);
		}
		catch (IllegalArgumentException ex) {
			// The cause is left out, because its message would show a password within the
			// address.
			throw illegalAddress();
		}
		String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
		String path = (uri.getPath() != null) ? uri.getPath().replaceFirst("^/", "").replaceFirst("/$", "") : "";
		if (uri.getHost() == null || !scheme.matches("http|https|tcp|grpc") || uri.getRawQuery() != null
				|| uri.getRawFragment() != null || path.matches(".*[/@:\\\\].*")) {
			throw illegalAddress();
		}
		boolean secure = scheme.equals("https");
		int port = (uri.getPort() != -1) ? uri.getPort() : secure ? HTTPS_PORT : MILVUS_PORT;
		if (port < 1 || port > LARGEST_PORT) {
			throw illegalAddress();
		}
		return new ConnectionSettings(uri.getHost(), port, secure, uri.getUserInfo(), path.isEmpty() ? null : path,
				Duration.ofSeconds(10), null, null, null, null, null);
	}

	private static IllegalArgumentException illegalAddress() {
		return new IllegalArgumentException("The address of Milvus (milvus.uri) cannot be read: write "
				+ "http://host:19530 or https://host, or a local path for Milvus Lite; a user and a password belong in"
				+ " milvus.username and milvus.password, or behind http:// or https://");
	}

	/**
	 * Returns a copy with other credentials.
	 * @param credentials a token, or {@code user:password}
	 * @return the copy
	 */
	public ConnectionSettings withCredentials(@Nullable String credentials) {
		return new ConnectionSettings(this.host, this.port, this.secure, credentials, this.database,
				this.connectTimeout, this.timeout, this.keepAliveTime, this.keepAliveTimeout, this.keys, this.trust);
	}

	/**
	 * Returns a copy with another database.
	 * @param database the database, {@code null} for the default one
	 * @return the copy
	 */
	public ConnectionSettings withDatabase(@Nullable String database) {
		return new ConnectionSettings(this.host, this.port, this.secure, this.credentials, database,
				this.connectTimeout, this.timeout, this.keepAliveTime, this.keepAliveTimeout, this.keys, this.trust);
	}

	/**
	 * Returns a copy with other time-outs.
	 * @param connectTimeout how long to wait for the server at start, and for a new
	 * connection that replaces a lost one
	 * @param timeout the time-out of a call that sets none itself, {@code null} to wait
	 * forever
	 * @return the copy
	 * @throws org.springframework.dao.InvalidDataAccessApiUsageException when a time is
	 * zero or negative
	 */
	public ConnectionSettings withTimeouts(Duration connectTimeout, @Nullable Duration timeout) {
		Assert.notNull(connectTimeout, "Connect timeout must not be null");
		return new ConnectionSettings(this.host, this.port, this.secure, this.credentials, this.database,
				connectTimeout, timeout, this.keepAliveTime, this.keepAliveTimeout, this.keys, this.trust);
	}

	/**
	 * Returns a copy with other settings of the keep-alive check.
	 * @param time how long a connection may be silent during a call before it is checked,
	 * at least 10 seconds; {@code null} for the default of the kind of server
	 * @param timeout how long a check may take, {@code null} for the default of the kind
	 * of server
	 * @return the copy
	 * @throws org.springframework.dao.InvalidDataAccessApiUsageException when a time is
	 * zero or negative
	 */
	public ConnectionSettings withKeepAlive(@Nullable Duration time, @Nullable Duration timeout) {
		return new ConnectionSettings(this.host, this.port, this.secure, this.credentials, this.database,
				this.connectTimeout, this.timeout, time, timeout, this.keys, this.trust);
	}

	/**
	 * Returns a copy that uses TLS.
	 * @param keys the client's own certificate, {@code null} for none
	 * @param trust the certificates to trust, {@code null} for those of the JVM
	 * @return the copy
	 */
	public ConnectionSettings withTls(@Nullable KeyManagerFactory keys, @Nullable TrustManagerFactory trust) {
		return new ConnectionSettings(this.host, this.port, true, this.credentials, this.database, this.connectTimeout,
				this.timeout, this.keepAliveTime, this.keepAliveTimeout, keys, trust);
	}

	/**
	 * Returns the address without credentials.
	 * @return for example {@code http://localhost:19530}
	 */
	public String address() {
		return (this.secure ? "https://" : "http://") + this.host + ":" + this.port;
	}

	/** Tells whether the credentials are sent over the network without encryption. */
	boolean showsCredentials() {
		return this.credentials != null && !this.secure && !isThisMachine(this.host);
	}

	private static boolean isThisMachine(String host) {
		try {
			return InetAddress.getByName(host).isLoopbackAddress();
		}
		catch (UnknownHostException ex) {
			return false;
		}
	}

	@Override
	public String toString() {
		return address() + ((this.database != null) ? "/" + this.database : "");
	}

}
