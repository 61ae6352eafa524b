package io.github.milvusspring.server;

import java.nio.file.Path;
import java.util.List;

/**
 * The options for the start of a full server; clients always have to log in.
 *
 * @param secure whether the server uses TLS
 * @param settings settings of its configuration, each as {@code key=value}
 */
public record FullServerOptions(boolean secure, List<String> settings) {

	/** The user and password of a new server. */
	public static final String ROOT = "root:Milvus";

	/** Options without TLS. */
	public static final FullServerOptions PLAIN = new FullServerOptions(false, List.of());

	/**
	 * Returns options with TLS; clients need no certificate.
	 * @param certificates the server's certificate
	 * @return the options
	 */
	public static FullServerOptions tls(Certificates certificates) {
		return new FullServerOptions(true, settings(1, certificates));
	}

	/**
	 * Returns options with mutual TLS; clients need a certificate of the same authority.
	 * @param certificates the server's certificate and its authority
	 * @return the options
	 */
	public static FullServerOptions mutualTls(Certificates certificates) {
		return new FullServerOptions(true, settings(2, certificates));
	}

	private static List<String> settings(int mode, Certificates certificates) {
		Path server = certificates.server();
		return List.of("tls_mode=" + mode, "server_pem_path=" + server, "server_key_path=" + certificates.serverKey(),
				"ca_pem_path=" + certificates.authority());
	}

}
