package io.github.milvusspring.autoconfigure;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.autoconfigure.service.connection.ConnectionDetails;
import org.springframework.boot.ssl.SslBundle;

/**
 * Where the Milvus server of an application is; a bean of this type takes the place of
 * the properties.
 */
public interface MilvusConnectionDetails extends ConnectionDetails {

	/**
	 * Returns the address of the server.
	 * @return for example {@code http://localhost:19530} or {@code https://host}
	 */
	String getUri();

	/**
	 * Returns what to log in with.
	 * @return a token, or {@code user:password}; {@code null} for none
	 */
	default @Nullable String getCredentials() {
		return null;
	}

	/**
	 * Returns the database to use.
	 * @return the database, {@code null} for the server's default one
	 */
	default @Nullable String getDatabase() {
		return null;
	}

	/**
	 * Returns the certificates of an encrypted connection.
	 * @return the certificates; {@code null} to encrypt only when the address says
	 * {@code https}, and then trust what the JVM trusts
	 */
	default @Nullable SslBundle getSslBundle() {
		return null;
	}

}
