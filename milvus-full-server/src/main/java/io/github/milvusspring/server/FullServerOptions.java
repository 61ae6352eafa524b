package io.github.milvusspring.server;

import java.nio.file.Path;
import java.util.List;

/**
 * How the server is started; users have to log in, always.
 *
 * @param secure whether it speaks TLS
 * @param settings {@code key=value} of its configuration
 */
public record FullServerOptions(boolean secure, List<String> settings) {

	/** The user and password that a new server has. */
	public static final String ROOT = "root:Milvus";

	/** Without TLS. */
	public static final FullServerOptions PLAIN = new FullServerOptions(false, List.of());

	/**
	 * With TLS, for every client.
	 * @param certificates the server's certificate
	 * @return the options
	 */
	public static FullServerOptions tls(Certificates certificates) {
		return new FullServerOptions(true, settings(1, certificates));
	}

	/**
	 * With TLS, for clients that show a certificate of the same authority.
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
