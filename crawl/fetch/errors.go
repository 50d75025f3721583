package fetch

import (
	"context"
	"crypto/tls"
	"crypto/x509"
	"errors"
	"fmt"
	"net"
	"net/url"
	"strings"
)

// temporary marks an error after which another try makes sense.
type temporary struct{ error }

func (t *temporary) Unwrap() error { return t.error }

// Temporary tells whether the same request may succeed a while later.
func Temporary(err error) bool {
	var cert *tls.CertificateVerificationError
	var dns *net.DNSError
	var t *temporary
	switch {
	case err == nil, errors.Is(err, ErrPrivate), errors.Is(err, ErrTooLarge), errors.Is(err, ErrType), errors.As(err, &cert):
		return false
	case errors.As(err, &t), errors.Is(err, context.DeadlineExceeded):
		return true
	case errors.As(err, &dns):
		return true
	}
	var op *net.OpError
	var ne net.Error
	return errors.As(err, &op) || errors.As(err, &ne) && ne.Timeout() || strings.Contains(err.Error(), "EOF") || strings.Contains(err.Error(), "connection")
}

// Describe says in one line, for a person, why a request failed.
func Describe(err error) string {
	var cert *tls.CertificateVerificationError
	var name x509.HostnameError
	var old x509.CertificateInvalidError
	var dns *net.DNSError
	switch {
	case errors.As(err, &name):
		return "invalid certificate: it is for another host"
	case errors.As(err, &old) && old.Reason == x509.Expired:
		return "invalid certificate: expired or not yet valid"
	case errors.As(err, &cert):
		return fmt.Sprintf("invalid certificate: %v", cert.Err)
	case errors.As(err, &dns) && dns.IsNotFound:
		return "no such host"
	case errors.Is(err, ErrPrivate):
		return ErrPrivate.Error()
	}
	var u *url.Error
	if errors.As(err, &u) {
		err = u.Err
	}
	text := strings.Join(strings.Fields(err.Error()), " ")
	if len(text) > 200 {
		text = strings.ToValidUTF8(text[:200], "") + "…"
	}
	return text
}
