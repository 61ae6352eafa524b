package io.github.milvusspring.autoconfigure;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.autoconfigure.service.connection.ConnectionDetails;
import org.springframework.boot.ssl.SslBundle;

/**
 * The details of the connection to a Milvus server. A bean of this type replaces the
 * properties.
 */
public interface MilvusConnectionDetails extends ConnectionDetails {

	/**
	 * Returns the address of the server.
	 * @return the address, for example {@code http://localhost:19530} or {@code
	 * https://host}
	 */
	String getUri();

	/**
	 * Returns the credentials of the connection.
	 * @return a token, or {@code user:password}; {@code null} for none
	 */
	default @Nullable String getCredentials() {
		return null;
	}

	/**
	 * Returns the database to use.
	 * @return the name of the database, {@code null} for the server's default database
	 */
	default @Nullable String getDatabase() {
		return null;
	}

	/**
	 * Returns the SSL bundle of an encrypted connection.
	 * @return the bundle with the certificates; if it is {@code null}, the connection is
	 * encrypted only if the address begins with {@code https}, and the certificates of
	 * the JVM are trusted
	 */
	default @Nullable SslBundle getSslBundle() {
		return null;
	}

}
