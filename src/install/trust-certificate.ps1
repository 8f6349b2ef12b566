# 在每台电脑上以管理员身份运行：信任自签名证书 yl.cer。使用本单位证书颁发机构签发的证书时，不需要这一步。
# 撤销：.\trust-certificate.ps1 -Remove
param([switch]$Remove)
$ErrorActionPreference = 'Stop'
$file = Join-Path $PSScriptRoot 'yl.cer'
$thumbprint = (New-Object System.Security.Cryptography.X509Certificates.X509Certificate2 $file).Thumbprint
if ($Remove) {
  Get-ChildItem 'Cert:\LocalMachine\Root' | Where-Object Thumbprint -eq $thumbprint | Remove-Item
  Write-Host '已撤销对证书的信任。'
} else {
  Import-Certificate -FilePath $file -CertStoreLocation 'Cert:\LocalMachine\Root' | Out-Null
  Write-Host '已信任证书。'
}
