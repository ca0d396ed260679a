package flows

import "testing"

// TestInformalPhrases makes sure that every phrase which addresses the customer formally has its informal wording, and that none of these is left over.
func TestInformalPhrases(t *testing.T) {
	formal := wrongAddress["fr"][Informal]
	for name, texts := range builtinPhrases {
		if text, ok := builtinInformal["fr"][name]; ok {
			if formal.MatchString(text) {
				t.Errorf("the informal wording of %s addresses the customer formally: %s", name, text)
			}
		} else if formal.MatchString(texts["fr"]) && name != "share_thanks" {
			t.Errorf("%s has no informal wording: %s", name, texts["fr"])
		}
		if found := wrongAddress["de"][Formal].FindString(texts["de"]); found != "" {
			t.Errorf("%s addresses the customer in German: %s", name, texts["de"])
		}
		if found := wrongAddress["de"][Informal].FindString(texts["de"]); found != "" {
			t.Errorf("%s addresses the customer in German: %s", name, texts["de"])
		}
	}
	for name := range builtinInformal["fr"] {
		if builtinPhrases[name] == nil {
			t.Errorf("there is no phrase %s any more", name)
		}
	}
}
