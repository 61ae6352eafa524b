package io.github.milvusspring.sample.index;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

import io.github.milvusspring.sample.embedding.PropertyText;
import io.github.milvusspring.sample.metadata.DeclaredProperty;

/**
 * Tells whether a declaration is the one that was indexed.
 */
final class Fingerprint {

	private Fingerprint() {
	}

	static String of(DeclaredProperty property) {
		String everything = property + "\n" + PropertyText.of(property) + "\n" + PropertyWords.of(property);
		try {
			MessageDigest digest = MessageDigest.getInstance("SHA-256");
			return HexFormat.of().formatHex(digest.digest(everything.getBytes(StandardCharsets.UTF_8)));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
